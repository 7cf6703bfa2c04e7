// Voicemail boxes, groups, menus, directories and media.
import { object, text, type JsonObject } from '../../json.ts'
import { accountId, type Call } from '../call.ts'
import type { Route } from '../route.ts'
import { flagsOf, present } from '../row.ts'
import type { Problems } from '../validate.ts'
import { collection } from './collection.ts'

export const documentRoutes: Route[] = [
  ...collection({
    name: 'vmboxes',
    type: 'vmbox',
    schema: 'vmboxes',
    row: (doc) => ({
      ...named(doc),
      ...present(doc, 'mailbox', 'owner_id'),
      messages: Array.isArray(doc['messages']) ? doc['messages'].length : 0,
      flags: flagsOf(doc),
    }),
    orderOf50: (doc) => doc['name'] ?? null,
    examine: uniqueMailbox,
  }),
  ...collection({
    name: 'groups',
    type: 'group',
    schema: 'groups',
    row: (doc) => ({
      ...named(doc),
      features: [],
      endpoints: Object.keys(object(doc, 'endpoints')).length,
      flags: flagsOf(doc),
    }),
  }),
  ...collection({ name: 'menus', type: 'menu', schema: 'menus', row: flagged }),
  ...collection({ name: 'directories', type: 'directory', schema: 'directories', row: flagged }),
  ...collection({
    name: 'media',
    type: 'media',
    schema: 'media',
    row: (doc) => ({
      ...named(doc),
      ...present(doc, 'media_source', 'language'),
      is_prompt: false,
    }),
  }),
]

function named(doc: JsonObject): JsonObject {
  return { id: doc['_id'] ?? '', ...present(doc, 'name') }
}

function flagged(doc: JsonObject): JsonObject {
  return { ...named(doc), flags: flagsOf(doc) }
}

function uniqueMailbox(call: Call, doc: JsonObject, problems: Problems, ownId: string | undefined): void {
  const mailbox = text(doc, 'mailbox')
  if (mailbox === undefined || problems.has('mailbox')) return
  const boxes = call.sim.store.database(accountId(call)).ofType('vmbox')
  const taken = boxes.some((box) => box['_id'] !== ownId && box['mailbox'] === mailbox)
  if (taken || !/^\d+$/.test(mailbox))
    problems.add('mailbox', 'unique', { message: 'Invalid mailbox number or already exists' })
}
