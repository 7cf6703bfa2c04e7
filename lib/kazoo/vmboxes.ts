// Lists, finds, changes and removes voicemail boxes in Kazoo. Their PINs can be written and are never read.
import 'server-only'
import { z } from 'zod'
import { OWN_VOICEMAIL_FIELDS, VOICEMAIL_FIELDS } from '../views/voicemail-fields.ts'
import { path, type Kazoo } from './client.ts'
import { bodyOf, namesByPath, readFields, type FieldsPatch } from './document-fields.ts'
import { kazooId, type KazooId, type UserRef, type VmboxRef } from './ids.ts'
import { asRecord, byId, countOrNull, text, type Listing } from './lenient.ts'

const VmboxRow = z.preprocess(
  asRecord,
  z
    .object({
      id: kazooId('vmbox').nullable().catch(null),
      name: text,
      mailbox: text,
      owner_id: kazooId('user').nullable().catch(null),
      messages: countOrNull,
    })
    .transform(({ owner_id, messages, ...same }) => ({ ...same, owner: owner_id, messages: messages ?? 0 })),
)
type VmboxListing = Listing<z.output<typeof VmboxRow>>
/** A row of `vmboxes`. `mailbox` is its number, `messages` counts its messages. */
export type VmboxRowDoc = VmboxListing['rows'][number]

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

/** The fields that can be changed. `owner` null: no owner. */
export type VmboxPatch = FieldsPatch<typeof WIRE>

/** All voicemail boxes of an account (GET /accounts/A/vmboxes). */
export async function listVmboxes(kazoo: Kazoo, account: KazooId<'account'>): Promise<VmboxRowDoc[]> {
  return byId(await kazoo.list(path`/accounts/${account}/vmboxes`, VmboxRow)).rows
}

/**
 * The boxes of one user (GET /accounts/A/vmboxes). An account has few, and a query cannot contain a sealed
 * id: we filter them here.
 */
export async function listingOfVmboxesOf(kazoo: Kazoo, { account, user }: UserRef): Promise<VmboxListing> {
  const all = await kazoo.list(path`/accounts/${account}/vmboxes`, VmboxRow)
  return byId(all.filter((box) => box.owner?.equals(user)))
}

/**
 * One voicemail box (GET vmboxes/V).
 * @throws NotFound, Unavailable
 */
export function findVmbox(kazoo: Kazoo, { account, vmbox }: VmboxRef): Promise<VmboxDoc> {
  return kazoo.one(path`/accounts/${account}/vmboxes/${vmbox}`, VmboxDoc)
}

/**
 * Changes only the fields that `change` has (PATCH).
 * @throws Rejected at its fields, NotFound, Unavailable
 */
export function patchVmbox(
  kazoo: Kazoo,
  { account, vmbox }: VmboxRef,
  change: VmboxPatch,
): Promise<VmboxDoc> {
  return kazoo.patch(path`/accounts/${account}/vmboxes/${vmbox}`, bodyOf(WIRE, change), VmboxDoc, {
    fields: REFUSED,
  })
}

/**
 * Removes a voicemail box with its messages (DELETE).
 * @throws NotFound, Unavailable
 */
export function removeVmbox(kazoo: Kazoo, { account, vmbox }: VmboxRef): Promise<void> {
  return kazoo.remove(path`/accounts/${account}/vmboxes/${vmbox}`)
}
