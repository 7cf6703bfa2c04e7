// Finds the viewer's own phone: devices, call forwarding, and voicemail. What Kazoo also lists of other users
// is dropped here.
import 'server-only'
import { findUser, listingOfDevicesOfUser, type UserDeviceDoc } from '../../kazoo/users.ts'
import type { KazooId } from '../../kazoo/ids.ts'
import type { RegistrationDoc } from '../../kazoo/registrations.ts'
import { findVmbox, listingOfVmboxesOf } from '../../kazoo/vmboxes.ts'
import { withProxyIds } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import { deviceState } from '../../views/device-state.ts'
import { formText } from '../../views/field-list.ts'
import type { ProxyId } from '../../views/ids.ts'
import type { OwnDevice, SelfServicePageData } from '../../views/self-service.ts'
import { OWN_FORWARD_FIELDS } from '../../views/user-fields.ts'
import { nameOf } from '../device/owner.ts'
import { isRegistered, registrationsOf, toRegistration } from '../device/registration.ts'
import { grantOf } from '../grant.ts'
import { permit } from '../permission.ts'
import { unopenableOf } from '../user/find.ts'
import { toOwnBox } from './voicemail.ts'
import { selfOf } from './self.ts'

/**
 * Everything that the page shows.
 * @throws Forbidden, NotFound, Unavailable
 */
export async function findSelfService(viewer: Viewer): Promise<SelfServicePageData> {
  permit(viewer, 'selfService.read')
  const ref = selfOf(viewer)
  const grant = grantOf(viewer)
  const { kazoo } = grant
  const [doc, devices, registrations, found] = await Promise.all([
    findUser(kazoo, ref),
    listingOfDevicesOfUser(kazoo, ref),
    registrationsOf(grant, ref.account),
    listingOfVmboxesOf(kazoo, ref),
  ])
  const boxes = await Promise.all(
    found.rows.map(async ({ id: vmbox, messages }) => {
      const page = { account: ref.account, vmbox }
      return { page, messages, doc: await findVmbox(kazoo, page) }
    }),
  )
  return withProxyIds(viewer.session, (issue) => ({
    name: nameOf(doc),
    username: doc.username,
    forward: formText(OWN_FORWARD_FIELDS, doc),
    devices: devices.rows
      .map((device) =>
        toOwnDevice(
          device,
          issue('device', { account: ref.account, device: device.id }),
          ref.user,
          registrations,
        ),
      )
      .toSorted((one, other) => one.name.localeCompare(other.name)),
    boxes: boxes.map((box) => toOwnBox(box.doc, issue('vmbox', box.page), box.messages)),
    unopenable: unopenableOf(devices.unopenable, found.unopenable),
  }))
}

function toOwnDevice(
  { id: device, name, type, enabled, owner }: UserDeviceDoc,
  id: ProxyId<'device'>,
  user: KazooId<'user'>,
  registrations: readonly RegistrationDoc[] | null,
): OwnDevice {
  const found = registrations?.find((each) => each.device?.equals(device))
  const registration = found && toRegistration(found)
  return {
    id,
    name,
    type,
    own: owner?.equals(user) ?? false,
    state: deviceState({ type, enabled, registered: isRegistered(registrations, device) }),
    model: registration?.userAgent ?? '',
    expiresAt: registration?.expiresAt ?? null,
    expired: registration?.expired ?? false,
  }
}
