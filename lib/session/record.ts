// Stores sessions in Redis, encrypted: creates, loads, changes and deletes them.
import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { env } from '../env.ts'
import { SignedOut } from '../errors.ts'
import type { ApiToken } from '../kazoo/ids.ts'
import { seal, unseal, type Sealed } from '../sealed.ts'
import { idsKey, renewalKey, sessionDigest, sessionKey, type SessionDigest } from './keys.ts'
import { runPipeline, withRedis } from './redis.ts'
import { currentRequest } from './request.ts'
import { RecordDoc, type NewSession, type SessionChange, type SessionRecord } from './record-doc.ts'
import { openBytes, sealBytes } from './seal-ring.ts'

/**
 * A loaded session: its digest, its record, its Kazoo token, and the entries found for the requested proxy
 * ids.
 */
export type Session = {
  readonly digest: SessionDigest
  readonly record: SessionRecord
  readonly token: ApiToken
  /** When the token was issued, in ms. */
  readonly tokenAt: number
  readonly found: Map<string, Buffer>
}

const bufferOrNull = z.instanceof(Buffer).nullable()

function sealRecord(key: string, record: SessionRecord): Buffer {
  const self = record.self && unseal(record.self)
  const open = { ...record, self, granted: unseal(record.granted), idKey: unseal(record.idKey) }
  return sealBytes('record', `${key} r`, Buffer.from(JSON.stringify(open)))
}

/** Stores a new session under the digest of `id`. @throws Unavailable */
export async function storeSession(
  id: string,
  session: NewSession,
  idKey: Sealed<'id key'>,
  token: ApiToken,
): Promise<Session> {
  const startedAt = Date.now()
  const instants = { startedAt, freshAt: startedAt, endsAt: startedAt + env().sessionMs }
  const { host } = currentRequest()
  const record = { ...session, lineage: randomUUID(), host, idKey, ...instants }
  return writeSession(sessionDigest(id), record, token)
}

/**
 * Writes a complete record under `digest`, also to continue a session under another id with a token of the
 * given age.
 * @throws Unavailable
 */
export async function writeSession(
  digest: SessionDigest,
  record: SessionRecord,
  token: ApiToken,
  tokenAt: number = Date.now(),
): Promise<Session> {
  const key = sessionKey(digest)
  await runPipeline((pipeline) => {
    pipeline.hset(key, 'r', sealRecord(key, record), 't', sealToken(key, token, tokenAt))
    pipeline.pexpire(key, Math.max(1, Math.min(env().sessionIdleMs, record.endsAt - Date.now())))
    pipeline.hset(idsKey(digest), 'o', sealBytes('ids', `${idsKey(digest)} o`, Buffer.from(record.principal)))
    pipeline.pexpire(idsKey(digest), env().sessionIdleMs + env().sessionMs)
  })
  return { digest, record, token, tokenAt, found: new Map() }
}

/** The session of this id, as `loadSessionAt`. */
export async function loadSession(id: string, fields: readonly Buffer[]): Promise<Session | null> {
  return loadSessionAt(sessionDigest(id), fields)
}

/**
 * Loads a session and, in the same round trip, extends its idle time and looks up proxy ids. `fields` are the
 * names of entries in the map of proxy ids. Null when the session has ended, was idle too long, is past its
 * absolute end, or belongs to another host (docs/security.md row 13).
 */
export async function loadSessionAt(
  digest: SessionDigest,
  fields: readonly Buffer[],
): Promise<Session | null> {
  const key = sessionKey(digest)
  const [values, , , entries] = await runPipeline((pipeline) => {
    pipeline.hmgetBuffer(key, 'r', 't')
    pipeline.pexpire(key, env().sessionIdleMs)
    pipeline.pexpire(idsKey(digest), env().sessionIdleMs + env().sessionMs)
    if (fields.length > 0) pipeline.hmgetBuffer(idsKey(digest), ...fields)
  })
  const [sealedRecord, sealedToken] = z.tuple([bufferOrNull, bufferOrNull]).parse(values)
  if (sealedRecord === null || sealedToken === null) return null
  const record = openRecord(key, sealedRecord)
  const opened = openToken(key, sealedToken)
  if (record === null || opened === null) return null
  if (record.host !== currentRequest().host || record.endsAt <= Date.now()) return null
  const found = new Map<string, Buffer>()
  z.array(bufferOrNull)
    .parse(entries ?? [])
    .forEach((entry, at) => {
      const field = fields[at]
      if (entry !== null && field !== undefined) found.set(field.toString('base64url'), entry)
    })
  return { digest, record, ...opened, found }
}

function openRecord(key: string, sealed: Buffer): SessionRecord | null {
  const opened = openBytes('record', `${key} r`, sealed)
  return opened === null ? null : (RecordDoc.safeParse(JSON.parse(opened.toString())).data ?? null)
}

/** Deletes a session's record, token and proxy ids, for every process. False when there was none. */
export async function deleteSession(digest: SessionDigest): Promise<boolean> {
  const [deleted] = await runPipeline((pipeline) => {
    pipeline.del(sessionKey(digest))
    pipeline.del(idsKey(digest), renewalKey(digest))
  })
  return deleted === 1
}

function sealToken(key: string, token: ApiToken, at: number): Buffer {
  return sealBytes('record', `${key} t`, Buffer.from(JSON.stringify({ token: unseal(token), at })))
}

const TokenDoc = z.object({ token: z.string().transform(seal<'api token'>), at: z.number() })

function openToken(key: string, sealed: Buffer): { token: ApiToken; tokenAt: number } | null {
  const opened = openBytes('record', `${key} t`, sealed)
  const doc = opened === null ? null : TokenDoc.safeParse(JSON.parse(opened.toString())).data
  return doc ? { token: doc.token, tokenAt: doc.at } : null
}

/** The current token in Redis. @throws SignedOut when the session has ended in the meantime */
export async function storedToken(digest: SessionDigest): Promise<ApiToken> {
  const key = sessionKey(digest)
  const sealed = await withRedis((redis) => redis.hgetBuffer(key, 't'))
  const opened = sealed === null ? null : openToken(key, sealed)
  if (opened === null) throw new SignedOut()
  return opened.token
}

const REPLACE = `if redis.call('exists', KEYS[1]) == 0 then return 0 end redis.call('hset', KEYS[1], 't', ARGV[1]) return 1`

/** Replaces the token. @throws SignedOut when the session has ended in the meantime; it is not restored */
export async function replaceToken(digest: SessionDigest, token: ApiToken): Promise<void> {
  const key = sessionKey(digest)
  const done = await withRedis((redis) => redis.eval(REPLACE, 1, key, sealToken(key, token, Date.now())))
  if (done !== 1) throw new SignedOut()
}

const EDIT = `if redis.call('hget', KEYS[1], 'r') ~= ARGV[1] then return 0 end
redis.call('hset', KEYS[1], 'r', ARGV[2])
if ARGV[3] ~= '' then redis.call('hset', KEYS[1], 't', ARGV[3]) end
return 1`

/**
 * Changes a running session, and its Kazoo token where one is given. Does nothing when the session has ended.
 * @throws Unavailable
 */
export async function editSession(
  digest: SessionDigest,
  change: SessionChange,
  token: ApiToken | null = null,
): Promise<void> {
  const key = sessionKey(digest)
  const before = await withRedis((redis) => redis.hgetBuffer(key, 'r'))
  const record = before === null ? null : openRecord(key, before)
  if (before === null || record === null) return
  const after = sealRecord(key, { ...record, ...change })
  const sealed = token === null ? '' : sealToken(key, token, Date.now())
  const done = await withRedis((redis) => redis.eval(EDIT, 1, key, before, after, sealed))
  // It was changed in the meantime: keep that change and apply this one on top.
  if (done !== 1) await editSession(digest, change, token)
}
