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
  const generated =
    viewer.session.record.impersonation !== null && start.type !== 'cellphone' ? madeUp(start) : null
  const { sipPassword, ...plain } = generated ?? start
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
      const device = toNewDevice(generated ?? start, owner)
      await refuseDeviceDuplicates({ viewer, grant, account: accountId, own: null }, textsIn(device))
      return create(grant.kazoo, accountId, device, generated === null ? [] : MADE_UP)
    },
    ({ id }) => ({ ...named, resource: { kind: 'device', ref: { account: accountId, device: id } } }),
  )
  return withProxyIds(viewer.session, (issue) => issue('device', { account: accountId, device: doc.id }))
}

const MADE_UP = [DEVICE_FIELDS.sipUsername.path, DEVICE_FIELDS.sipPassword.path]

/**
 * SIP credentials that nobody sees: a member who impersonates does not learn those of a device that they
 * create. The account's own admin can reveal them.
 * @throws Rejected where some were typed
 */
function madeUp(start: DeviceStart): DeviceStart {
  const typed = {
    macAddress: start.macAddress,
    sipUsername: start.sipUsername,
    sipPassword: start.sipPassword,
  }
  const faults = Object.entries(typed).filter(([, value]) => value !== '' && value !== null)
  if (faults.length > 0)
    throw new Rejected(
      Object.fromEntries(faults.map(([field]) => [field, 'messages.impersonation.field' as const])),
    )
  return {
    ...start,
    sipUsername: `user_${randomBytes(5).toString('hex')}`,
    sipPassword: seal<'password'>(randomBytes(18).toString('base64url')),
  }
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
