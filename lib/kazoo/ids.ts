// Defines Kazoo's own ids and tokens, sealed from the moment they are received.
import 'server-only'
import { z } from 'zod'
import { seal, type Sealed } from '../sealed.ts'
import type { Kind } from '../views/ids.ts'

/** A Kazoo id of one kind, or an opaque paging cursor. */
export type KazooId<K extends Kind> = Sealed<`kazoo ${K}`>
/** A token of `user_auth` or `api_auth`: a JWT, 3600 s. */
export type ApiToken = Sealed<'api token'>
/** md5 or sha1, in hex, of `username:password`: as good as the password (docs/kazoo.md section 5.2). */
export type CredentialsToken = Sealed<'credentials token'>
/** 64 hex digits, for `api_auth`. */
export type ApiKey = Sealed<'api key'>
/** A password to send to Kazoo, or just revealed from it. */
export type Password = Sealed<'password'>

/** A device always comes with its account, so that ids cannot be recombined. */
export type DeviceRef = { account: KazooId<'account'>; device: KazooId<'device'> }
/** The same for a user. */
export type UserRef = { account: KazooId<'account'>; user: KazooId<'user'> }
/** The same for a voicemail box. */
export type VmboxRef = { account: KazooId<'account'>; vmbox: KazooId<'vmbox'> }
/** A paging cursor belongs to the list of one account. */
export type CursorRef = { account: KazooId<'account'>; cursor: KazooId<'cursor'> }

/** What a proxy id of each kind refers to. */
export type Refs = {
  account: KazooId<'account'>
  user: UserRef
  device: DeviceRef
  cursor: CursorRef
  vmbox: VmboxRef
}

const ACCOUNT_ID = /^[0-9a-f]{32}$/
/** Kazoo makes 32 hex digits; its first seed made 33, and scripts that write to its database make UUIDs. */
const DOCUMENT_ID = /^[0-9a-f][0-9a-f-]{23,63}$/i
const ID_WITHIN = /[0-9a-f][0-9a-f-]{23}/i

/**
 * Whether `text` is an id that can be put into a path (docs/security.md row 8): 32 lower-case hex digits of
 * an account; 24 to 64 hex digits and dashes of a document in it, which no word of Kazoo's paths consists of.
 */
export function isKazooId(kind: 'account' | 'document', text: string): boolean {
  return (kind === 'account' ? ACCOUNT_ID : DOCUMENT_ID).test(text)
}

/** Whether `text` contains a Kazoo id of any kind, also inside something longer. */
export function containsKazooId(text: string): boolean {
  return ID_WITHIN.test(text)
}

/** A schema of a Kazoo id of one kind; any other text is refused before it can reach a path. */
export function kazooId<K extends Kind>(kind: K): z.ZodType<KazooId<K>> {
  return z
    .string()
    .refine((text) => isKazooId(kind === 'account' ? 'account' : 'document', text))
    .transform((text) => seal<`kazoo ${K}`>(text))
}
