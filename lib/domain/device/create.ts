// Makes a device in an account.
import 'server-only'
import { createDevice as create, type NewDevice } from '../../kazoo/devices.ts'
import type { KazooId, Password } from '../../kazoo/ids.ts'
import { issuing, resolve } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { ProxyId } from '../../views/ids.ts'
import { pathOf } from '../account/place.ts'
import { recorded } from '../audit.ts'
import { grantOf } from '../grant.ts'
import { permit } from '../permission.ts'
import { ownerOf } from './owner.ts'
import { atFormFields } from './rejection.ts'

/** What the form for a new device sends. */
export type DeviceStart = {
  type: string
  name: string
  macAddress: string
  owner: string
  sipUsername: string
  sipPassword: Password | null
  forwardNumber: string
}

/** Makes a device in `account`. @throws Rejected at fields of the form; Forbidden; NotFound; Unavailable. */
export async function createDevice(
  viewer: Viewer,
  account: string,
  start: DeviceStart,
): Promise<ProxyId<'device'>> {
  permit(viewer, 'device.create')
  const home = await resolve(viewer.session, 'account', account)
  const grant = grantOf(viewer)
  const path = await pathOf(grant, home)
  const owner = start.owner === '' ? undefined : await ownerOf(viewer, home, start.owner)
  const { sipPassword, ...plain } = start
  const named = { kind: 'device', name: start.name }
  const doc = await recorded(
    viewer,
    'device.create',
    {
      subject: { ...named, thing: null },
      within: home,
      path,
      before: null,
      after: { ...plain, owner: owner ? 'changed' : '', ...(sipPassword === null ? {} : { sipPassword }) },
    },
    () => atFormFields(create(grant.kazoo, home, toNewDevice(start, owner))),
    ({ id }) => ({ ...named, thing: { kind: 'device', ref: { account: home, device: id } } }),
  )
  return issuing(viewer.session, (issue) => issue('device', { account: home, device: doc.id }))
}

function toNewDevice(start: DeviceStart, owner: KazooId<'user'> | null | undefined): NewDevice {
  const {
    type,
    name,
    macAddress,
    sipUsername: username,
    sipPassword: password,
    forwardNumber: number,
  } = start
  const whose = owner ? { owner } : {}
  if (type === 'cellphone') return { type, name, ...whose, callForward: { enabled: true, number } }
  const mac = macAddress === '' ? {} : { macAddress }
  const sip = { ...(username === '' ? {} : { username }), ...(password === null ? {} : { password }) }
  return { type, name, ...whose, ...mac, sip }
}
