// Borrowed eyes: a session beside the member's own, named in every address of its pages, with ids and a token of its own.
import 'server-only'
import { randomBytes } from 'node:crypto'
import { seal } from '../sealed.ts'
import type { ApiToken } from '../kazoo/ids.ts'
import { sessionDigest, type SessionDigest } from './keys.ts'
import { writeSession, type Session } from './record.ts'
import type { SessionRecord } from './record-doc.ts'

const GRANT = /^imp_[A-Za-z0-9_-]{22}$/
const WITHIN = /^\/as\/(imp_[A-Za-z0-9_-]{22})(?=\/|$)/

/** The name of an acting in its addresses: 128 random bits. Alone it opens nothing: it needs the session that began it. */
export type ImpersonationName = string & { readonly __grant: never }

/** A name for a new acting. */
export function newImpersonationName(): ImpersonationName {
  const name = `imp_${randomBytes(16).toString('base64url')}`
  if (!isGrant(name)) throw new Error('a made name has not the shape of one')
  return name
}

function isGrant(text: string): text is ImpersonationName {
  return GRANT.test(text)
}

/** Whether the pages under `path` (of a URL, in its one spelling) are those of an acting, of whatever name. */
export function isImpersonationPath(path: string): boolean {
  return /^\/as(?:\/|$)/.test(path)
}

/** The acting that `path` (of a URL, in its one spelling) belongs to, or null. */
export function impersonationNameIn(path: string): ImpersonationName | null {
  const name = WITHIN.exec(path)?.[1]
  return name !== undefined && isGrant(name) ? name : null
}

/** What stands before every path of this acting. */
export function impersonationBasePath(grant: ImpersonationName): string {
  return `/as/${grant}`
}

/** Under which an acting is stored: its name is not. */
export function impersonationDigest(grant: ImpersonationName): SessionDigest {
  return sessionDigest(`acting ${grant}`)
}

/** Stores an acting until `record.endsAt`. @throws Unavailable */
export async function storeImpersonation(
  grant: ImpersonationName,
  record: Omit<SessionRecord, 'idKey' | 'lineage'>,
  lineage: string,
  token: ApiToken,
): Promise<Session> {
  const idKey = seal<'id key'>(randomBytes(32).toString('base64url'))
  return writeSession(impersonationDigest(grant), { ...record, idKey, lineage }, token)
}
