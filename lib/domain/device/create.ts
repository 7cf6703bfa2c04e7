// Creates a device in an account.
import 'server-only'
import { randomBytes } from 'node:crypto'
import { Rejected } from '../../errors.ts'
import { createDevice as create, type NewDevice } from '../../kazoo/devices.ts'
import type { KazooId, Password } from '../../kazoo/ids.ts'
import { seal } from '../../sealed.ts'
import { withProxyIds, resolve } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import { DEVICE_FIELDS } from '../../views/device-fields.ts'
import type { ProxyId } from '../../views/ids.ts'
import { pathOf } from '../account/account-path.ts'
import { recorded } from '../audit/record.ts'
import { refuseDeviceDuplicates } from '../duplicates.ts'
import { grantOf } from '../grant.ts'
import { permit } from '../permission.ts'
import { ownerOf } from './owner.ts'

/** The form for a new device. */
export type DeviceStart = {
  type: string
  name: string
  macAddress: string
  owner: string
  sipUsername: string
  sipPassword: Password | null
  forwardNumber: string
}

/**
 * Creates a device in `account`.
 * @throws Rejected at fields of the form; Forbidden; NotFound; Unavailable
 */
export async function createDevice(
  viewer: Viewer,
  account: string,
  start: DeviceStart,
): Promise<ProxyId<'device'>> {
  permit(viewer, 'device.create')
  const accountId = await resolve(viewer.session, 'account', account)
  const grant = grantOf(viewer)
  const path = await pathOf(grant, accountId)
  const owner = start.owner === '' ? undefined : await ownerOf(viewer, accountId, start.owner)
  if (viewer.session.record.impersonation !== null && start.type !== 'cellphone') refuseTyped(start)
  const { sipPassword, ...plain } = withCredentials(start)
  const named = { kind: 'device', name: start.name }
  const doc = await recorded(
    viewer,
    'device.create',
    {
      subject: { ...named, resource: null },
      within: accountId,
      path,
      before: null,
      after: { ...plain, owner: owner ? 'changed' : '', ...(sipPassword === null ? {} : { sipPassword }) },
    },
    async () => {
      const device = toNewDevice({ ...plain, sipPassword }, owner)
      await refuseDeviceDuplicates({ viewer, grant, account: accountId, own: null }, textsIn(device))
      return create(grant.kazoo, accountId, device, generatedIn(start))
    },
    ({ id }) => ({ ...named, resource: { kind: 'device', ref: { account: accountId, device: id } } }),
  )
  return withProxyIds(viewer.session, (issue) => issue('device', { account: accountId, device: doc.id }))
}

/**
 * A member who impersonates does not learn the credentials of a device that they create: they are generated,
 * and the account's own admin can reveal them.
 * @throws Rejected where some were typed
 */
function refuseTyped({ macAddress, sipUsername, sipPassword }: DeviceStart): void {
  const typed = Object.entries({ macAddress, sipUsername, sipPassword })
  const faults = typed.filter(([, value]) => value !== '' && value !== null)
  if (faults.length === 0) return
  throw new Rejected(
    Object.fromEntries(faults.map(([field]) => [field, 'messages.impersonation.field' as const])),
  )
}

/** SIP credentials for a device that registers, generated where none were typed: Kazoo makes none. */
function withCredentials(start: DeviceStart): DeviceStart {
  if (start.type === 'cellphone') return start
  return {
    ...start,
    sipUsername: start.sipUsername || `user_${randomBytes(5).toString('hex')}`,
    sipPassword: start.sipPassword ?? seal<'password'>(randomBytes(18).toString('base64url')),
  }
}

/** Kazoo's paths of what was generated. */
function generatedIn({ type, sipUsername, sipPassword }: DeviceStart): string[] {
  if (type === 'cellphone') return []
  return [
    ...(sipUsername === '' ? [DEVICE_FIELDS.sipUsername.path] : []),
    ...(sipPassword === null ? [DEVICE_FIELDS.sipPassword.path] : []),
  ]
}

function textsIn({ macAddress = '', sipUsername = '' }: NewDevice) {
  return { macAddress, sipUsername }
}

function toNewDevice(start: DeviceStart, owner: KazooId<'user'> | null | undefined): NewDevice {
  const { type, name, macAddress, sipUsername, sipPassword, forwardNumber } = start
  const common = { type, name, ...(owner ? { owner } : {}) }
  if (type === 'cellphone') return { ...common, forwardEnabled: true, forwardNumber }
  return { ...common, macAddress, sipUsername, ...(sipPassword === null ? {} : { sipPassword }) }
}
