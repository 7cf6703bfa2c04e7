// Finds in Kazoo what an event may have created: resources that match its fields, and whether they are newer
// than it.
import 'server-only'
import { findAccount, listChildren } from '../../kazoo/accounts.ts'
import { listDevices } from '../../kazoo/devices.ts'
import type { KazooId } from '../../kazoo/ids.ts'
import { listUsers } from '../../kazoo/users.ts'
import type { AuditEventRecord } from '../../store/audit-rows.ts'
import type { AuditSubject } from '../../store/audit-subjects.ts'
import { bareMac } from '../../views/mac-address.ts'
import { isSameRealm } from '../../views/realm.ts'
import type { Grant } from '../grant.ts'

/** By how much Kazoo's clock may be behind ours before a created resource no longer counts as new. */
const SKEW_MS = 10_000
/** Further accounts of the same name are not compared. */
const MOST_ACCOUNTS = 5

/** A resource that matches the event. `fresh`: by Kazoo, it was created since the event began. */
export type Match = { resource: AuditSubject; fresh: boolean }

type Creation = Pick<AuditEventRecord, 'verb' | 'at' | 'after'>

/**
 * Every resource in the account `home` that matches the event, of whatever age.
 * @throws NotFound, Unavailable
 */
export async function findMatches(grant: Grant, home: KazooId<'account'>, event: Creation): Promise<Match[]> {
  if (event.verb === 'device.create') return devicesIn(grant, home, event)
  return event.verb === 'account.create' ? accountsIn(grant, home, event) : usersIn(grant, home, event)
}

async function devicesIn({ kazoo }: Grant, home: KazooId<'account'>, event: Creation): Promise<Match[]> {
  const [name, mac, username] = ['name', 'macAddress', 'sipUsername'].map((field) => textIn(event, field))
  const matches = await listFreshFirst(event, async (since) =>
    (await listDevices(kazoo, home, since)).filter(
      (row) =>
        row.name === name &&
        bareMac(row.macAddress ?? '') === bareMac(mac ?? '') &&
        (username === '' || row.username === username),
    ),
  )
  return matches.map(({ row: { id: device }, fresh }) => ({
    resource: { kind: 'device', ref: { account: home, device } },
    fresh,
  }))
}

async function usersIn({ kazoo }: Grant, home: KazooId<'account'>, event: Creation): Promise<Match[]> {
  const username = textIn(event, 'username').toLowerCase()
  const matches = await listFreshFirst(event, async (since) =>
    (await listUsers(kazoo, home, since)).filter((row) => row.username?.toLowerCase() === username),
  )
  return matches.map(({ row: { id: user }, fresh }) => ({
    resource: { kind: 'user', ref: { account: home, user } },
    fresh,
  }))
}

/**
 * Rows that Kazoo lists as created since then are fresh; older rows are searched only where there is none.
 */
async function listFreshFirst<Row>({ at }: Creation, list: (since?: Date) => Promise<Row[]>) {
  const fresh = await list(sinceOf(at))
  return fresh.length > 0
    ? fresh.map((row) => ({ row, fresh: true }))
    : (await list()).map((row) => ({ row, fresh: false }))
}

async function accountsIn({ kazoo }: Grant, parent: KazooId<'account'>, event: Creation): Promise<Match[]> {
  const [name, realm] = [textIn(event, 'name'), textIn(event, 'realm')]
  const rows = (await listChildren(kazoo, parent)).filter(
    (row) => row.name === name && (realm === '' || isSameRealm(row.realm, realm)),
  )
  const docs = await Promise.all(rows.slice(0, MOST_ACCOUNTS).map(({ id }) => findAccount(kazoo, id)))
  return docs.map(({ id, createdAt }) => ({
    resource: { kind: 'account', ref: id },
    fresh: createdAt !== null && createdAt >= sinceOf(event.at),
  }))
}

function sinceOf(at: Date): Date {
  return new Date(at.getTime() - SKEW_MS)
}

function textIn({ after }: Creation, field: string): string {
  const value = after !== null && Object.hasOwn(after, field) ? after[field] : undefined
  return typeof value === 'string' ? value : ''
}
