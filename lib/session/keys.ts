// Names the Redis keys of a session: all share a hash tag, so that a Cluster keeps them on one node.
import 'server-only'
import { createHash } from 'node:crypto'

/**
 * The digest under which a session is stored. A copy of the store opens no session, because only the cookie
 * has the id itself.
 */
export type SessionDigest = { readonly digest: string }

/** SHA-256 of the opaque id in the cookie, base64url. */
export function sessionDigest(id: string): SessionDigest {
  return { digest: createHash('sha256').update(id).digest('base64url') }
}

/** Hash: `r` the record, `t` the Kazoo token. Expires with the session. */
export const sessionKey = ({ digest }: SessionDigest): string => `s:{${digest}}`
/**
 * Hash: the reference of each proxy id, and `o`, the owner. Outlives an idle session, for the owner's next
 * one.
 */
export const idsKey = ({ digest }: SessionDigest): string => `i:{${digest}}`
/** String: a lock, held while a request gets a new Kazoo token for this session. */
export const renewalKey = ({ digest }: SessionDigest): string => `l:{${digest}}`

/** Hash: the sessions of one principal by digest, each with where it started. */
export const memberKey = (member: string): string => `m:{${member}}`
