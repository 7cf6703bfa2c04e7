// Runs commands on a whole device: removes it, reboots it, reveals its SIP password.
import 'server-only'
import { Forbidden } from '../../errors.ts'
import { findDevice, removeDevice as remove, syncDevice, type DeviceDoc } from '../../kazoo/devices.ts'
import type { DeviceRef } from '../../kazoo/ids.ts'
import { withProxyIds, resolve } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { ProxyId } from '../../views/ids.ts'
import { pathOf } from '../account/account-path.ts'
import { recorded } from '../audit/record.ts'
import { grantOf, type Grant } from '../grant.ts'
import { permit } from '../permission.ts'
import { reveal } from '../auth/reveal.ts'

/**
 * Removes a device for good.
 * @throws Forbidden, NotFound, Unavailable
 */
export async function removeDevice(viewer: Viewer, device: string): Promise<ProxyId<'account'>> {
  permit(viewer, 'device.remove')
  const { ref, grant, doc, path } = await loadDevice(viewer, device)
  const before = { name: doc.name, macAddress: doc.macAddress, sipUsername: doc.sipUsername }
  const subject = { kind: 'device', name: doc.name, resource: { kind: 'device' as const, ref } }
  await recorded(viewer, 'device.remove', { subject, path, before, after: null }, () =>
    remove(grant.kazoo, ref),
  )
  return withProxyIds(viewer.session, (issue) => issue('account', ref.account))
}

/**
 * Asks a device to fetch its settings again, which makes most devices reboot.
 * @throws Forbidden, NotFound, Unavailable
 */
export async function rebootDevice(viewer: Viewer, device: string): Promise<void> {
  permit(viewer, 'device.reboot')
  const { ref, grant, doc, path } = await loadDevice(viewer, device)
  const subject = { kind: 'device', name: doc.name, resource: { kind: 'device' as const, ref } }
  await recorded(viewer, 'device.reboot', { subject, path, before: null, after: null }, () =>
    syncDevice(grant.kazoo, ref),
  )
}

/**
 * The SIP password of a device in clear, for one response. The reveal is recorded first.
 * @throws Forbidden, NotFound, Unavailable
 */
export async function revealSipPassword(viewer: Viewer, device: string): Promise<string> {
  permit(viewer, 'device.reveal')
  const { ref, doc, path } = await loadDevice(viewer, device)
  const { sipPassword } = doc
  if (sipPassword === null) throw new Forbidden('messages.device.noPassword')
  const subject = { kind: 'device', name: doc.name, resource: { kind: 'device' as const, ref } }
  return recorded(viewer, 'device.reveal', { subject, path, before: null, after: null }, () =>
    Promise.resolve(reveal(sipPassword)),
  )
}

async function loadDevice(
  viewer: Viewer,
  device: string,
): Promise<{ ref: DeviceRef; grant: Grant; doc: DeviceDoc; path: string[] }> {
  const ref = await resolve(viewer.session, 'device', device)
  const grant = grantOf(viewer)
  const [doc, path] = await Promise.all([findDevice(grant.kazoo, ref), pathOf(grant, ref.account)])
  return { ref, grant, doc, path }
}
