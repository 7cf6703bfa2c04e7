// Voicemail boxes as Kazoo keeps them. Their PINs go in and never come out.
import 'server-only'
import { z } from 'zod'
import { OWN_VOICEMAIL_FIELDS, VOICEMAIL_FIELDS } from '../views/voicemail-fields.ts'
import { path, type Kazoo } from './client.ts'
import { bodyOf, namesByPath, readFields, type FieldsPatch } from './document-fields.ts'
import { kazooId, type KazooId, type UserRef, type VmboxRef } from './ids.ts'

/** Kazoo takes a number where it asks for text, and keeps it as it came (docs/kazoo.md section 25.21). */
const text = z.union([z.string(), z.number().transform(String)]).catch('')
const owner = kazooId('user').nullable().catch(null)

const VmboxRowDoc = z
  .object({
    id: kazooId('vmbox'),
    name: text,
    mailbox: text,
    owner_id: owner,
    messages: z.number().int().catch(0),
  })
  .transform(({ owner_id, ...same }) => ({ ...same, owner: owner_id }))
/** A row of `vmboxes`. `mailbox` is its number, `messages` how many are in it. */
export type VmboxRowDoc = z.output<typeof VmboxRowDoc>

/** The fields of both forms. */
const WIRE = {
  ...OWN_VOICEMAIL_FIELDS,
  ...VOICEMAIL_FIELDS,
  owner: { path: 'owner_id', kind: 'user' },
} as const
const REFUSED = namesByPath(WIRE)

const VmboxDoc = z
  .looseObject({ id: kazooId('vmbox') })
  .transform((doc) => ({ ...readFields(WIRE, doc), id: doc.id }))
/** One voicemail box. */
export type VmboxDoc = z.output<typeof VmboxDoc>

/** What may be changed. `owner` null: nobody's. */
export type VmboxPatch = FieldsPatch<typeof WIRE>

/** All voicemail boxes of an account (GET /accounts/A/vmboxes). */
function listVmboxes(kazoo: Kazoo, account: KazooId<'account'>): Promise<VmboxRowDoc[]> {
  return kazoo.list(path`/accounts/${account}/vmboxes`, VmboxRowDoc)
}

/** Those of one user. They are few in an account, and a query cannot hold a sealed id: the filter is ours. */
export async function listVmboxesOf(kazoo: Kazoo, { account, user }: UserRef): Promise<VmboxRowDoc[]> {
  return (await listVmboxes(kazoo, account)).filter((box) => box.owner?.equals(user))
}

/** One voicemail box (GET vmboxes/V). @throws NotFound, Unavailable. */
export function findVmbox(kazoo: Kazoo, { account, vmbox }: VmboxRef): Promise<VmboxDoc> {
  return kazoo.one(path`/accounts/${account}/vmboxes/${vmbox}`, VmboxDoc)
}

/** Changes only what `change` holds (PATCH). @throws Rejected at its fields, NotFound, Unavailable. */
export function patchVmbox(
  kazoo: Kazoo,
  { account, vmbox }: VmboxRef,
  change: VmboxPatch,
): Promise<VmboxDoc> {
  return kazoo.patch(path`/accounts/${account}/vmboxes/${vmbox}`, bodyOf(WIRE, change), VmboxDoc, {
    fields: REFUSED,
  })
}

/** Removes a voicemail box and what was said in it (DELETE). @throws NotFound, Unavailable. */
export function removeVmbox(kazoo: Kazoo, { account, vmbox }: VmboxRef): Promise<void> {
  return kazoo.remove(path`/accounts/${account}/vmboxes/${vmbox}`)
}
