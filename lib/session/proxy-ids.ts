// Maps Kazoo ids to proxy ids, which are valid for one kind and one session (decision 002).
import 'server-only'
import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { env } from '../env.ts'
import { NotFound, SignedOut } from '../errors.ts'
import type { KazooId, Refs } from '../kazoo/ids.ts'
import { seal, unseal } from '../sealed.ts'
import { KINDS, PREFIX, proxyId, type Kind, type ProxyId } from '../views/ids.ts'
import { idsKey, sessionDigest, sessionKey, type SessionDigest } from './keys.ts'
import type { Session } from './record.ts'
import { withRedis } from './redis.ts'
import { openBytes, sealBytes } from './seal-ring.ts'

const BODY_BYTES = 16
/** Of an id that is 32 lower-case hex digits, as every account's is: it is stored packed. */
const HEX_BYTES = 16
const PACKABLE = /^[0-9a-f]{32}$/
/** The entry that names the owner of these ids. */
const OWNER = Buffer.from('o')

/** Ids that are not packed have 24 characters or more (lib/kazoo/ids.ts): the length tells them apart. */
function bytesOfId<K extends Kind>(id: KazooId<K>): Buffer {
  const text = unseal(id)
  return PACKABLE.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text)
}
function idOfBytes<K extends Kind>(bytes: Buffer): KazooId<K> {
  return seal<`kazoo ${K}`>(bytes.length === HEX_BYTES ? bytes.toString('hex') : bytes.toString())
}

/** How a reference of each kind is converted to bytes and back; the account comes first. */
const BYTES: { [K in Kind]: { write(ref: Refs[K]): Buffer; read(bytes: Buffer): Refs[K] } } = {
  account: { write: bytesOfId, read: idOfBytes },
  user: {
    write: ({ account, user }) => Buffer.concat([bytesOfId(account), bytesOfId(user)]),
    read: (bytes) => ({
      account: idOfBytes(bytes.subarray(0, HEX_BYTES)),
      user: idOfBytes(bytes.subarray(HEX_BYTES)),
    }),
  },
  device: {
    write: ({ account, device }) => Buffer.concat([bytesOfId(account), bytesOfId(device)]),
    read: (bytes) => ({
      account: idOfBytes(bytes.subarray(0, HEX_BYTES)),
      device: idOfBytes(bytes.subarray(HEX_BYTES)),
    }),
  },
  cursor: {
    write: ({ account, cursor }) => Buffer.concat([bytesOfId(account), Buffer.from(unseal(cursor))]),
    read: (bytes) => ({
      account: idOfBytes(bytes.subarray(0, HEX_BYTES)),
      cursor: seal<'kazoo cursor'>(bytes.subarray(HEX_BYTES).toString()),
    }),
  },
  vmbox: {
    write: ({ account, vmbox }) => Buffer.concat([bytesOfId(account), bytesOfId(vmbox)]),
    read: (bytes) => ({
      account: idOfBytes(bytes.subarray(0, HEX_BYTES)),
      vmbox: idOfBytes(bytes.subarray(HEX_BYTES)),
    }),
  },
}

/** The name of an entry: one byte for the kind, then the 128 bits of the id. */
function fieldOf(kind: Kind, id: string): Buffer {
  const body = Buffer.from(id.slice(PREFIX[kind].length), 'base64url')
  return Buffer.concat([Buffer.of(KINDS.indexOf(kind)), body])
}

/**
 * The names of the entries for the proxy ids in `path` (a URL's), so that they can be loaded along with the
 * session.
 */
export function proxyIdFieldsIn(path: string): Buffer[] {
  return path.split('/').flatMap((part) => {
    const kind = KINDS.find((each) => proxyId(each, part) !== null)
    return kind === undefined ? [] : [fieldOf(kind, part)]
  })
}

/** Issues the proxy id of a reference; the same reference gets the same id throughout a session. */
export type Issue = <K extends Kind>(kind: K, ref: Refs[K]) => ProxyId<K>

const ISSUE = `
if redis.call('exists', KEYS[1]) == 0 then return 0 end
for at = 2, #ARGV, 2 do redis.call('hset', KEYS[2], ARGV[at], ARGV[at + 1]) end
redis.call('pexpire', KEYS[2], ARGV[1])
return 1`

/**
 * Runs `present`, which builds a view and calls `issue` for the ids in it, and stores all of them in one
 * round trip before the view is returned.
 * @throws SignedOut when the session has ended in the meantime; Unavailable
 */
export async function withProxyIds<T>(session: Session, present: (issue: Issue) => T): Promise<T> {
  const key = idsKey(session.digest)
  const fresh = new Map<string, [Buffer, Buffer]>()
  const view = present((kind, ref) => {
    const bytes = BYTES[kind].write(ref)
    const id = deriveProxyId(session, kind, bytes)
    const field = fieldOf(kind, id)
    const name = field.toString('base64url')
    if (!session.found.has(name) && !fresh.has(name))
      fresh.set(name, [field, sealBytes('ids', `${key} ${name}`, bytes)])
    return id
  })
  if (fresh.size > 0) {
    const lifetimeMs = String(env().sessionIdleMs + env().sessionMs)
    const entries = [...fresh.values()].flat()
    const done = await withRedis((redis) =>
      redis.eval(ISSUE, 2, sessionKey(session.digest), key, lifetimeMs, ...entries),
    )
    if (done !== 1) throw new SignedOut()
    for (const [name, [, sealed]] of fresh) session.found.set(name, sealed)
  }
  return view
}

/**
 * The id of `ref` in this session, to compare with a posted one. It is not stored: it resolves only if a page
 * issued it.
 */
export function proxyIdOf<K extends Kind>(session: Session, kind: K, ref: Refs[K]): ProxyId<K> {
  return deriveProxyId(session, kind, BYTES[kind].write(ref))
}

function deriveProxyId<K extends Kind>(session: Session, kind: K, bytes: Buffer): ProxyId<K> {
  const id = proxyId(kind, PREFIX[kind] + deriveBody(session, kind, bytes))
  if (id === null) throw new Error('a derived proxy id is malformed')
  return id
}

/** 128 bits, base64url, that only this session can derive from `bytes` for one `use`. */
export function deriveBody(session: Session, use: Kind | 'impersonation', bytes: Buffer): string {
  const mac = createHmac('sha256', Buffer.from(unseal(session.record.idKey), 'base64url'))
  return mac.update(`${use}\0`).update(bytes).digest().subarray(0, BODY_BYTES).toString('base64url')
}

/**
 * The reference of a proxy id in this session. Nothing is sent to Kazoo.
 * @throws NotFound when the id is malformed, of another session, of another kind, or of an ended session
 */
export async function resolve<K extends Kind>(session: Session, kind: K, id: unknown): Promise<Refs[K]> {
  const valid = proxyId(kind, id)
  if (valid === null) throw new NotFound()
  const field = fieldOf(kind, valid)
  const name = field.toString('base64url')
  const key = idsKey(session.digest)
  const entry = session.found.get(name) ?? (await withRedis((redis) => redis.hgetBuffer(key, field)))
  const bytes = entry === null ? null : openBytes('ids', `${key} ${name}`, entry)
  if (bytes === null) throw new NotFound()
  return BYTES[kind].read(bytes)
}

/**
 * Transfers the proxy ids of an ended session to the next session of the same principal in the same browser,
 * so that open URLs stay valid. The old map is deleted. Ids of another principal are left to expire.
 */
export async function transferProxyIds(oldId: string, successor: Session): Promise<void> {
  const old = sessionDigest(oldId)
  const entries = await entriesOf(old)
  const owner = entries.find(([field]) => field.equals(OWNER))?.[1] ?? Buffer.alloc(0)
  const member = openBytes('ids', `${idsKey(old)} o`, owner)
  if (member?.toString() !== successor.record.principal) return
  const resealed = entries.flatMap(([field, entry]) => reseal(old, successor.digest, field, entry))
  // Two sessions are in two slots of a Cluster: two round trips.
  if (resealed.length > 0) await withRedis((redis) => redis.hset(idsKey(successor.digest), ...resealed))
  await withRedis((redis) => redis.del(idsKey(old)))
}

// By script, because ioredis converts binary field names to text.
const GET_ALL = `return redis.call('hgetall', KEYS[1])`

async function entriesOf(digest: SessionDigest): Promise<[field: Buffer, entry: Buffer][]> {
  const flat = z
    .array(z.instanceof(Buffer))
    .parse(await withRedis((redis) => redis.callBuffer('eval', GET_ALL, 1, idsKey(digest))))
  return flat.flatMap((field, at) => {
    const entry = flat[at + 1]
    return at % 2 === 0 && entry !== undefined ? [[field, entry]] : []
  })
}

function reseal(from: SessionDigest, to: SessionDigest, field: Buffer, entry: Buffer): Buffer[] {
  const name = field.toString('base64url')
  const bytes = openBytes('ids', `${idsKey(from)} ${name}`, entry)
  return bytes === null ? [] : [field, sealBytes('ids', `${idsKey(to)} ${name}`, bytes)]
}
