// Voicemail boxes as Kazoo keeps them. Their PINs go in and never come out.
import 'server-only'
import { z } from 'zod'
import type { Body } from './body.ts'
import { path, type Kazoo } from './client.ts'
import { kazooId, type KazooId, type Password, type UserRef, type VmboxRef } from './ids.ts'

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

const VmboxDoc = z
  .object({
    id: kazooId('vmbox'),
    name: text,
    mailbox: text,
    owner_id: owner,
    pin: z
      .unknown()
      .optional()
      .transform((pin) => typeof pin === 'string' && pin !== ''),
    require_pin: z.boolean().catch(false),
    notify_email_addresses: z.array(z.string()).catch([]),
    include_message_on_notify: z.boolean().catch(true),
    delete_after_notify: z.boolean().catch(false),
    skip_greeting: z.boolean().catch(false),
  })
  .transform((it) => ({
    id: it.id,
    name: it.name,
    mailbox: it.mailbox,
    owner: it.owner_id,
    hasPin: it.pin,
    requirePin: it.require_pin,
    notifyAddresses: it.notify_email_addresses,
    includeMessage: it.include_message_on_notify,
    deleteAfterNotify: it.delete_after_notify,
    skipGreeting: it.skip_greeting,
  }))
/** One voicemail box. */
export type VmboxDoc = z.output<typeof VmboxDoc>

/** What may be changed; what is absent stays. `owner` null: nobody's. */
export type VmboxPatch = {
  name?: string
  mailbox?: string
  owner?: KazooId<'user'> | null
  pin?: Password
  requirePin?: boolean
  notifyAddresses?: readonly string[]
  includeMessage?: boolean
  deleteAfterNotify?: boolean
  skipGreeting?: boolean
}

const FIELDS = {
  name: 'name',
  mailbox: 'mailbox',
  pin: 'pin',
  require_pin: 'requirePin',
  notify_email_addresses: 'notifyAddresses',
  'notify_email_addresses.0': 'notifyAddresses',
  include_message_on_notify: 'includeMessage',
  delete_after_notify: 'deleteAfterNotify',
  skip_greeting: 'skipGreeting',
} as const

const toWire = (change: VmboxPatch): Body => ({
  name: change.name,
  mailbox: change.mailbox,
  owner_id: change.owner,
  pin: change.pin,
  require_pin: change.requirePin,
  notify_email_addresses: change.notifyAddresses,
  include_message_on_notify: change.includeMessage,
  delete_after_notify: change.deleteAfterNotify,
  skip_greeting: change.skipGreeting,
})

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
  return kazoo.patch(path`/accounts/${account}/vmboxes/${vmbox}`, toWire(change), VmboxDoc, {
    fields: FIELDS,
  })
}

/** Removes a voicemail box and what was said in it (DELETE). @throws NotFound, Unavailable. */
export function removeVmbox(kazoo: Kazoo, { account, vmbox }: VmboxRef): Promise<void> {
  return kazoo.remove(path`/accounts/${account}/vmboxes/${vmbox}`)
}
