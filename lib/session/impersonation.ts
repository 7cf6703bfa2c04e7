// Stores impersonations: sessions beside the member's own, named in the path of each of their pages, with
// their own proxy ids and token.
import 'server-only'
import { randomBytes } from 'node:crypto'
import { seal } from '../sealed.ts'
import type { ApiToken } from '../kazoo/ids.ts'
import { sessionDigest, type SessionDigest } from './keys.ts'
import { deriveBody } from './proxy-ids.ts'
import { writeSession, type Session } from './record.ts'
import type { SessionRecord } from './record-doc.ts'

const NAME = /^imp_[A-Za-z0-9_-]{22}$/
const NAME_IN_PATH = /^\/as\/(imp_[A-Za-z0-9_-]{22})(?=\/|$)/

/**
 * The name of an impersonation in its paths: 128 bits that nobody can guess. It is worth nothing without the
 * session that started the impersonation.
 */
export type ImpersonationName = string & { readonly __grant: never }

/**
 * The name that a session gives to the impersonation of this id. Only that session can derive it again, to
 * resume the impersonation: the name is stored nowhere.
 */
export function impersonationNameFor(session: Session, id: string): ImpersonationName {
  const name = `imp_${deriveBody(session, 'impersonation', Buffer.from(id))}`
  if (!isImpersonationName(name)) throw new Error('a derived impersonation name is malformed')
  return name
}

function isImpersonationName(text: string): text is ImpersonationName {
  return NAME.test(text)
}

/** Whether `path` (a URL's, in canonical form) belongs to an impersonation of any name. */
export function isImpersonationPath(path: string): boolean {
  return /^\/as(?:\/|$)/.test(path)
}

/** The name of the impersonation that `path` (a URL's, in canonical form) belongs to, or null. */
export function impersonationNameIn(path: string): ImpersonationName | null {
  const name = NAME_IN_PATH.exec(path)?.[1]
  return name !== undefined && isImpersonationName(name) ? name : null
}

/** The base path of this impersonation's pages. */
export function impersonationBasePath(name: ImpersonationName): `/as/${string}` {
  return `/as/${name}`
}

/** The digest under which an impersonation is stored, instead of its name. */
export function impersonationDigest(name: ImpersonationName): SessionDigest {
  return sessionDigest(`acting ${name}`)
}

/** Stores an impersonation until `record.endsAt`. @throws Unavailable */
export async function storeImpersonation(
  name: ImpersonationName,
  record: Omit<SessionRecord, 'idKey' | 'lineage'>,
  lineage: string,
  token: ApiToken,
): Promise<Session> {
  const idKey = seal<'id key'>(randomBytes(32).toString('base64url'))
  return writeSession(impersonationDigest(name), { ...record, idKey, lineage }, token)
}
