// Devices are listed, created, rebooted and removed.
import { expect, test } from 'vitest'
import { NotFound } from '../../../lib/errors.ts'
import { seal } from '../../../lib/sealed.ts'
import type { DeviceQuery } from '../../../lib/views/device.ts'
import { findAccountWithDevices } from '../../../lib/domain/account/find.ts'
import type { Reseller } from './reseller.ts'
import { rebootDevice, removeDevice, revealSipPassword } from '../../../lib/domain/device/command.ts'
import { createDevice } from '../../../lib/domain/device/create.ts'
import { findDevice } from '../../../lib/domain/device/find.ts'
import { NEW_DEVICE } from '../../new-device.ts'

const EVERYTHING: DeviceQuery = { text: '', filters: {}, sort: 'name', descending: false, page: 1 }

/** From the list to a removed device. */
export function describeDevices(reseller: Reseller): void {
  const { newDevice } = reseller

  test('a list of devices counts all, shows a page, filters and sorts', async () => {
    for (const name of ['Lobby', 'Lift', 'Loft']) await newDevice(name)
    const { devices } = await findAccountWithDevices(reseller.viewer, reseller.account.id, EVERYTHING)
    expect(devices.total).toBeGreaterThanOrEqual(3)
    expect(devices.rows.length).toBe(Math.min(50, devices.total))
    const first = devices.rows[0]
    if (first === undefined) throw new Error('no device')
    const found = await findAccountWithDevices(reseller.viewer, reseller.account.id, {
      ...EVERYTHING,
      text: first.macAddress || first.name,
    })
    expect(found.devices.rows.map(({ id }) => id)).toContain(first.id)
    const none = await findAccountWithDevices(reseller.viewer, reseller.account.id, {
      ...EVERYTHING,
      text: 'no such device anywhere',
    })
    expect(none.devices).toMatchObject({ matching: 0, total: devices.total, rows: [] })
    const down = await findAccountWithDevices(reseller.viewer, reseller.account.id, {
      ...EVERYTHING,
      descending: true,
    })
    const names = down.devices.rows.map(({ name }) => name)
    const { compare } = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
    expect(names).toEqual(names.toSorted((a, b) => compare(b, a)))
  })

  test('each type of device can be created', async () => {
    const sip = {
      sipUsername: `u${reseller.kazoo.replace('.', '')}one`,
      sipPassword: seal<'password'>('longenough1'),
    }
    const phone = await createDevice(reseller.viewer, reseller.account.id, {
      ...NEW_DEVICE,
      ...sip,
      name: 'Desk',
      macAddress: '001565000100',
    })
    expect((await findDevice(reseller.viewer, phone)).device).toMatchObject({
      type: 'sip_device',
      text: { sipUsername: sip.sipUsername },
      held: { sipPassword: true },
    })
    const soft = await createDevice(reseller.viewer, reseller.account.id, {
      ...NEW_DEVICE,
      type: 'softphone',
      name: 'Soft',
    })
    expect((await findDevice(reseller.viewer, soft)).device.type).toBe('softphone')
    const cell = await createDevice(reseller.viewer, reseller.account.id, {
      ...NEW_DEVICE,
      type: 'cellphone',
      name: 'Cell',
      forwardNumber: '+491701',
    })
    expect((await findDevice(reseller.viewer, cell)).device).toMatchObject({
      type: 'cellphone',
      text: { forwardEnabled: 'on', forwardNumber: '+491701' },
    })
  })

  test('SIP credentials that were not typed are generated, differ, and can be revealed', async () => {
    const [one, two] = [await newDevice('Blank one'), await newDevice('Blank two')]
    const credentials = async (id: string) => [
      (await findDevice(reseller.viewer, id)).device.text.sipUsername,
      await revealSipPassword(reseller.viewer, id),
    ]
    expect(await credentials(one)).toEqual([
      expect.stringMatching(/^user_[0-9a-f]{10}$/),
      expect.stringMatching(/^[\w-]{24}$/),
    ])
    expect(await credentials(one)).not.toEqual(await credentials(two))
    const cell = { ...NEW_DEVICE, type: 'cellphone', name: 'No credentials', forwardNumber: '+491702' }
    const { device } = await findDevice(
      reseller.viewer,
      await createDevice(reseller.viewer, reseller.account.id, cell),
    )
    expect(device).toMatchObject({ text: { sipUsername: '' }, held: { sipPassword: false } })
  })

  test('a device is rebooted by one sync, removed by one DELETE, and then not found', async () => {
    const device = await newDevice('Short-lived')
    await reseller.world.simulator.clearRequests()
    await rebootDevice(reseller.viewer, device)
    await removeDevice(reseller.viewer, device)
    expect(
      (await reseller.world.writes()).map(({ method, path }) => [
        method,
        path.split('/').slice(-1)[0]?.length,
      ]),
    ).toEqual([
      ['POST', 'sync'.length],
      ['DELETE', 32],
    ])
    await expect(findDevice(reseller.viewer, device)).rejects.toThrow(NotFound)
  })
}
