import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { JsonObject } from './json.ts'
import { View } from './view.ts'

const enabled = (doc: JsonObject) => doc['enabled'] === true

test('after any changes a view has the matching documents, in the order of their ids', () => {
  const change = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    what: fc.constantFrom('enable', 'disable', 'remove'),
  })
  fc.assert(
    fc.property(fc.array(change), fc.array(change), (before, after) => {
      const docs = new Map<string, JsonObject>()
      const apply = (view: View | undefined, { id, what }: { id: string; what: string }) => {
        if (what === 'remove') {
          docs.delete(id)
          return view?.remove(id)
        }
        const doc = { _id: id, enabled: what === 'enable' }
        docs.set(id, doc)
        return view?.put(doc)
      }
      for (const each of before) apply(undefined, each)
      const view = new View(docs.values(), enabled)
      for (const each of after) apply(view, each)
      const fresh = new View(docs.values(), enabled)
      expect(view.docs).toEqual(fresh.docs)
    }),
  )
})
