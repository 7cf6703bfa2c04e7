// What people type or paste reaches Kazoo as Kazoo keeps it.
import { expect, test } from 'vitest'
import { unseal } from '../../../lib/sealed.ts'
import { resolve } from '../../../lib/session/proxy-ids.ts'
import { accountEdit } from '../../../lib/actions/account-input.ts'
import { deviceEdit, deviceStart } from '../../../lib/actions/device-input.ts'
import { userEdit } from '../../../lib/actions/user-input.ts'
import { editAccount } from '../../../lib/domain/account/edit.ts'
import { findAccount } from '../../../lib/domain/account/find.ts'
import { createDevice } from '../../../lib/domain/device/create.ts'
import { editDevice } from '../../../lib/domain/device/edit.ts'
import { findDevice } from '../../../lib/domain/device/find.ts'
import { listEveryDevice } from '../../../lib/domain/device/list.ts'
import { editUser } from '../../../lib/domain/user/edit.ts'
import { findUser } from '../../../lib/domain/user/find.ts'
import { deviceRules } from '../../../lib/views/device-rules.ts'
import { readForm } from '../../../lib/views/form-check.ts'
import { NEW_DEVICE } from '../../new-device.ts'
import { userWithBox } from '../../user-with-box.ts'
import { postForm } from '../../post-form.ts'
import type { Reseller } from './reseller.ts'

/** Forms as they are posted, with one field typed. */
export function describeTypedValues(reseller: Reseller): void {
  const sent = async () => (await reseller.world.writes()).map(({ body }) => body)

  test.each([
    ['Asia/Kolkata', 'Asia/Kolkata', 'Asia/Kolkata'],
    [
      'America/Argentina/ComodRivadavia',
      'America/Argentina/ComodRivadavia',
      'America/Argentina/ComodRivadavia',
    ],
    ['EST5EDT', 'EST5EDT', 'EST5EDT'],
    ['UTC', 'Etc/UTC', 'Etc/UTC'],
    // Kazoo writes the parent's at once.
    ['inherit', 'inherit', 'Europe/Berlin'],
  ])('an account in the time zone %s is sent %s, and then in %s', async (timezone, stored, then) => {
    const { viewer, account, world } = reseller
    const { account: draft } = await findAccount(viewer, account.id, 'account.read')
    const { name, realm } = draft
    const shown = { name, realm, timezone: draft.timezone, enabled: 'on' }
    await world.simulator.clearRequests()
    const read = readForm(accountEdit, postForm(shown, { account: account.id, timezone }))
    if (!read.ok) throw new Error(JSON.stringify(read.faults))
    const { account: id, initialValues, ...typed } = read.value
    await editAccount(viewer, id, { typed, initialValues })
    expect(await sent()).toEqual([{ data: { timezone: stored, enabled: true } }])
    expect((await findAccount(viewer, account.id, 'account.read')).account.timezone).toBe(then)
  })

  test.each(['Europe/Kyiv', 'Etc/GMT+5', 'UTC', 'inherit'])(
    'a user in the time zone %s is stored in it',
    async (timezone) => {
      const { viewer, account, world } = reseller
      const { owner } = await userWithBox(viewer, account.id, `43${++mailboxes}`)
      const { text } = (await findUser(viewer, owner)).user
      await world.simulator.clearRequests()
      const read = readForm(userEdit, postForm(text, { user: owner, timezone }))
      if (!read.ok) throw new Error(JSON.stringify(read.faults))
      const { user: id, initialValues, hotdeskPin, ...typed } = read.value
      await editUser(viewer, id, { typed, initialValues, hotdeskPin })
      expect(await sent()).toEqual([{ data: { timezone } }])
    },
  )

  test('numbers reach Kazoo without their writing, of a device and of a user', async () => {
    const { viewer, account, newDevice } = reseller
    const device = await newDevice('Written numbers')
    await saveDevice(reseller, device, {
      forwardEnabled: 'on',
      forwardNumber: '+1\u00a0(415) 555–1234',
      externalNumber: '00 49 30 1234567',
    })
    expect((await findDevice(viewer, device)).device.text).toMatchObject({
      forwardNumber: '+14155551234',
      externalNumber: '0049301234567',
    })
    const { owner } = await userWithBox(viewer, account.id, `43${++mailboxes}`)
    const { text } = (await findUser(viewer, owner)).user
    const read = readForm(
      userEdit,
      postForm(text, { user: owner, forwardEnabled: 'on', forwardNumber: '415.555.1234' }),
    )
    if (!read.ok) throw new Error(JSON.stringify(read.faults))
    const { user: id, initialValues, hotdeskPin, ...typed } = read.value
    await editUser(viewer, id, { typed, initialValues, hotdeskPin })
    expect((await findUser(viewer, owner)).user.text.forwardNumber).toBe('4155551234')
  })

  test('a new mobile phone rings the number as it is written on a card', async () => {
    const { viewer, account } = reseller
    const form = {
      ...NEW_DEVICE,
      sipPassword: '',
      type: 'cellphone',
      name: 'Card',
      forwardNumber: '+49 (0)170 1234',
    }
    const read = readForm(deviceStart, postForm(form, { account: account.id }))
    if (!read.ok) throw new Error(JSON.stringify(read.faults))
    const { account: id, ...start } = read.value
    const device = await createDevice(viewer, id, start)
    expect((await findDevice(viewer, device)).device.text.forwardNumber).toBe('+491701234')
  })

  test('a MAC address reaches Kazoo bare, and a stored one in another spelling is found and left alone', async () => {
    const { viewer, account, newDevice, world } = reseller
    const device = await newDevice('Pasted MAC')
    await saveDevice(reseller, device, { macAddress: '00–04–F2–AB–7E–\u200bFD' })
    expect((await findDevice(viewer, device)).device.text.macAddress).toBe('0004f2ab7efd')

    const ref = await resolve(viewer.session, 'device', device)
    const home = `/v2/accounts/${unseal(ref.account)}/devices`
    for (const path of [home, `${home}/${unseal(ref.device)}`]) {
      const headers = { 'x-auth-token': unseal(viewer.session.token) }
      const query = path === home ? '?paginate=false' : ''
      const answer = await (await fetch(`${world.simulator.url}${path}${query}`, { headers })).text()
      const text = answer.replaceAll('"0004f2ab7efd"', '"00:04:F2:AB:7E:FD"')
      await world.simulator.fault({ pattern: path, methods: ['GET'], fault: { kind: 'answer', text } })
    }
    const rows = (await listEveryDevice(viewer, account.id)) ?? []
    const found = rows.filter(deviceRules.matcher('00_04_f2_ab'))
    expect(found).toMatchObject([{ name: 'Pasted MAC', macAddress: '00:04:F2:AB:7E:FD' }])
    await world.simulator.clearRequests()
    // As the page shows it.
    await saveDevice(reseller, device, { name: 'Renamed MAC', macAddress: '00:04:f2:ab:7e:fd' })
    expect(await sent()).toEqual([{ data: { name: 'Renamed MAC' } }])
    await world.simulator.clearFaults()
  })
}

/** Saves the edit form of a device with `change` typed. */
async function saveDevice(
  { viewer }: Reseller,
  device: string,
  change: Record<string, string>,
): Promise<void> {
  const { text } = (await findDevice(viewer, device)).device
  const read = readForm(deviceEdit, postForm(text, { device, ...change }))
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  const { device: id, initialValues, sipPassword, ...typed } = read.value
  await editDevice(viewer, id, { typed, initialValues, sipPassword })
}

let mailboxes = 0
