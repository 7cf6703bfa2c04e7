// How the keys of one session are called in Redis: all share a hash tag, so that a Cluster keeps them together.
import 'server-only'
import { createHash } from 'node:crypto'

/** The digest under which a session is stored: a copied store opens no session, because the cookie holds the id itself. */
export type SessionDigest = { readonly digest: string }

/** SHA-256 of the opaque id in the cookie, base64url. */
export function sessionDigest(id: string): SessionDigest {
  return { digest: createHash('sha256').update(id).digest('base64url') }
}

/** Hash: `r` the record, `t` the Kazoo token. Lives as long as the session. */
export const sessionKey = ({ digest }: SessionDigest): string => `s:{${digest}}`
/** Hash: what each proxy id stands for, and `o`, whose they are. Outlives an idle session for its owner. */
export const idsKey = ({ digest }: SessionDigest): string => `i:{${digest}}`
/** String: somebody is getting a new Kazoo token for this session. */
export const renewalKey = ({ digest }: SessionDigest): string => `l:{${digest}}`

/** Hash: the sessions of one member by digest, each with where it began. */
export const memberKey = (member: string): string => `m:{${member}}`
