// What an edit really changes, and whether somebody else changed the same meanwhile.
import 'server-only'
import { Overtaken } from '../errors.ts'
import type { Said } from '../words/said.ts'

type Text<Field extends string> = Readonly<Partial<Record<Field, string>>>

/**
 * The fields of `typed` that differ from what the form was filled with (`was`), or from `now` where the form did not say.
 * @throws Overtaken where a field to be changed has become something else since: nothing is overwritten unseen.
 */
export function changesOf<Field extends string>(
  fields: readonly Field[],
  typed: Text<Field>,
  was: Text<Field>,
  now: Readonly<Record<Field, string>>,
): Partial<Record<Field, string>> {
  const changes: Partial<Record<Field, string>> = {}
  const overtaken: Record<string, Said> = {}
  const seen: Partial<Record<Field, string>> = { ...was }
  for (const field of fields) {
    const wanted = typed[field]
    if (wanted === undefined || wanted === (was[field] ?? now[field]) || wanted === now[field]) continue
    changes[field] = wanted
    if (was[field] === undefined || was[field] === now[field]) continue
    overtaken[field] = sentence(now[field])
    seen[field] = now[field]
  }
  if (Object.keys(overtaken).length > 0) throw new Overtaken(overtaken, seen)
  return changes
}

function sentence(now: string): Said {
  if (now === 'on') return 'said.overtaken.on'
  return now === '' ? 'said.overtaken.empty' : { sentence: 'said.overtaken.became', values: { now } }
}
