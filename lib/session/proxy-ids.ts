// The map between the ids a browser sees and Kazoo's own: made for one session, one kind, and the only way
// back (decision 002).
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
const HEX_BYTES = 16
/** The entry that says whose ids these are. */
const OWNER = Buffer.from('o')

const hex = <K extends Kind>(id: KazooId<K>): Buffer => Buffer.from(unseal(id), 'hex')
const unhex = <K extends Kind>(bytes: Buffer): KazooId<K> => seal<`kazoo ${K}`>(bytes.toString('hex'))

/** How a reference of each kind becomes bytes, and comes back: the account always stands first. */
const BYTES: { [K in Kind]: { write(ref: Refs[K]): Buffer; read(bytes: Buffer): Refs[K] } } = {
  account: { write: hex, read: unhex },
  user: {
    write: ({ account, user }) => Buffer.concat([hex(account), hex(user)]),
    read: (bytes) => ({
      account: unhex(bytes.subarray(0, HEX_BYTES)),
      user: unhex(bytes.subarray(HEX_BYTES)),
    }),
  },
  device: {
    write: ({ account, device }) => Buffer.concat([hex(account), hex(device)]),
    read: (bytes) => ({
      account: unhex(bytes.subarray(0, HEX_BYTES)),
      device: unhex(bytes.subarray(HEX_BYTES)),
    }),
  },
  cursor: {
    write: ({ account, cursor }) => Buffer.concat([hex(account), Buffer.from(unseal(cursor))]),
    read: (bytes) => ({
      account: unhex(bytes.subarray(0, HEX_BYTES)),
      cursor: seal<'kazoo cursor'>(bytes.subarray(HEX_BYTES).toString()),
    }),
  },
  vmbox: {
    write: ({ account, vmbox }) => Buffer.concat([hex(account), hex(vmbox)]),
    read: (bytes) => ({
      account: unhex(bytes.subarray(0, HEX_BYTES)),
      vmbox: unhex(bytes.subarray(HEX_BYTES)),
    }),
  },
}

/** The name of an entry: one byte of kind and the 128 bits of the id. */
function fieldOf(kind: Kind, id: string): Buffer {
  const body = Buffer.from(id.slice(PREFIX[kind].length), 'base64url')
  return Buffer.concat([Buffer.of(KINDS.indexOf(kind)), body])
}

/** The entries that the ids in `path` (the one of a URL) name, so that loading the session can bring them along. */
export function proxyIdFieldsIn(path: string): Buffer[] {
  return path.split('/').flatMap((part) => {
    const kind = KINDS.find((each) => proxyId(each, part) !== null)
    return kind === undefined ? [] : [fieldOf(kind, part)]
  })
}

/** Makes the id of one reference; the same reference gives the same id for as long as the session lives. */
export type Issue = <K extends Kind>(kind: K, ref: Refs[K]) => ProxyId<K>

const ISSUE = `
if redis.call('exists', KEYS[1]) == 0 then return 0 end
for at = 2, #ARGV, 2 do redis.call('hset', KEYS[2], ARGV[at], ARGV[at + 1]) end
redis.call('pexpire', KEYS[2], ARGV[1])
return 1`

/**
 * Runs `present`, which makes a view and asks `issue` for the ids in it, and stores all of them in one round trip before the view is
 * returned. @throws SignedOut when the session ended meanwhile; Unavailable.
 */
export async function withProxyIds<T>(session: Session, present: (issue: Issue) => T): Promise<T> {
  const key = idsKey(session.digest)
  const fresh = new Map<string, [Buffer, Buffer]>()
  const view = present((kind, ref) => {
    const bytes = BYTES[kind].write(ref)
    const id = derive(session, kind, bytes)
    const field = fieldOf(kind, id)
    const name = field.toString('base64url')
    if (!session.found.has(name) && !fresh.has(name))
      fresh.set(name, [field, sealBytes('ids', `${key} ${name}`, bytes)])
    return id
  })
  if (fresh.size > 0) {
    const keep = String(env().sessionIdleMs + env().sessionMs)
    const entries = [...fresh.values()].flat()
    const done = await withRedis((redis) =>
      redis.eval(ISSUE, 2, sessionKey(session.digest), key, keep, ...entries),
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
  return derive(session, kind, BYTES[kind].write(ref))
}

function derive<K extends Kind>(session: Session, kind: K, bytes: Buffer): ProxyId<K> {
  const mac = createHmac('sha256', Buffer.from(unseal(session.record.idKey), 'base64url'))
  const digest = mac.update(`${kind}\0`).update(bytes).digest()
  const id = proxyId(kind, PREFIX[kind] + digest.subarray(0, BODY_BYTES).toString('base64url'))
  if (id === null) throw new Error('a derived id has not the shape of one')
  return id
}

/**
 * What an id stands for in this session. @throws NotFound, the same for malformed, foreign, of another kind, of an ended session;
 * nothing is asked of Kazoo.
 */
export async function resolve<K extends Kind>(session: Session, kind: K, id: unknown): Promise<Refs[K]> {
  const known = proxyId(kind, id)
  if (known === null) throw new NotFound()
  const field = fieldOf(kind, known)
  const name = field.toString('base64url')
  const key = idsKey(session.digest)
  const entry = session.found.get(name) ?? (await withRedis((redis) => redis.hgetBuffer(key, field)))
  const bytes = entry === null ? null : openBytes('ids', `${key} ${name}`, entry)
  if (bytes === null) throw new NotFound()
  return BYTES[kind].read(bytes)
}

/**
 * Hands the ids of a session that ended by itself on to the next session of the same member in the same browser, so that the URLs
 * they have open still lead somewhere. Anybody else's are left to expire. The old map is deleted when it was handed on.
 */
export async function transferProxyIds(oldId: string, heir: Session): Promise<void> {
  const old = sessionDigest(oldId)
  const entries = await entriesOf(old)
  const owner = entries.find(([field]) => field.equals(OWNER))?.[1] ?? Buffer.alloc(0)
  const member = openBytes('ids', `${idsKey(old)} o`, owner)
  if (member?.toString() !== heir.record.principal) return
  const moved = entries.flatMap(([field, entry]) => reseal(old, heir.digest, field, entry))
  // Two sessions are two slots of a Cluster: two trips.
  if (moved.length > 0) await withRedis((redis) => redis.hset(idsKey(heir.digest), ...moved))
  await withRedis((redis) => redis.del(idsKey(old)))
}

// By script: ioredis would turn the binary names of entries into text.
const ALL = `return redis.call('hgetall', KEYS[1])`

async function entriesOf(digest: SessionDigest): Promise<[field: Buffer, entry: Buffer][]> {
  const flat = z
    .array(z.instanceof(Buffer))
    .parse(await withRedis((redis) => redis.callBuffer('eval', ALL, 1, idsKey(digest))))
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
