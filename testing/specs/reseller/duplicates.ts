// Values that two devices of an account should not share.
import { afterEach, describe, expect, test } from 'vitest'
import { findRoot } from '../../../lib/domain/account/branch.ts'
import { createDevice } from '../../../lib/domain/device/create.ts'
import { findDevice } from '../../../lib/domain/device/find.ts'
import { NEW_DEVICE } from '../../new-device.ts'
import type { Reseller } from './reseller.ts'

const taken = (field: 'macAddress' | 'sipUsername', name: string) => ({
  [field]: { key: `messages.duplicate.${field}`, values: { name } },
})

/** Duplicates of a MAC address or a SIP username: refused at the field, with the name of the other device. */
export function describeDuplicates(reseller: Reseller): void {
  const { newDevice, edit } = reseller
  const create = (name: string, more: Partial<typeof NEW_DEVICE>, account = reseller.account.id) =>
    createDevice(reseller.viewer, account, { ...NEW_DEVICE, name, ...more })
  const writes = async () => (await reseller.world.writes()).map(({ method }) => method)

  describe('a duplicate', () => {
    afterEach(() => reseller.world.simulator.clearFaults())

    test('is refused before Kazoo in any spelling, and names the device', async () => {
      await create('Lobby', { macAddress: '00156500d001', sipUsername: 'lobby.d001' })
      const other = await newDevice('Foyer')
      await reseller.world.simulator.clearRequests()
      for (const macAddress of ['00156500d001', '00:15:65:00:D0:01', '0015.6500.d001', '00-15-65-00-D0-01'])
        await expect(edit(other, { macAddress }), macAddress).rejects.toMatchObject({
          fields: taken('macAddress', 'Lobby'),
        })
      await expect(edit(other, { sipUsername: 'Lobby.D001' })).rejects.toMatchObject({
        fields: taken('sipUsername', 'Lobby'),
      })
      const both = { macAddress: '00156500d001', sipUsername: 'LOBBY.d001' }
      await expect(create('Hall', both)).rejects.toMatchObject({
        fields: { ...taken('macAddress', 'Lobby'), ...taken('sipUsername', 'Lobby') },
      })
      expect(await writes()).toEqual([])
    })

    test('in another account, or of the device itself, is none', async () => {
      const device = await create('Here', { macAddress: '00156500d002', sipUsername: 'here.d002' })
      const { root } = await findRoot(reseller.viewer)
      const there = await create('There', { macAddress: '00156500d002' }, root.id)
      expect((await findDevice(reseller.viewer, there)).device.text.macAddress).toBe('00156500d002')
      expect(await edit(device, { sipUsername: 'Here.D002' })).toBe(true)
    })

    test('that exists blocks no other field, and a save without these fields asks for no list', async () => {
      const device = await newDevice('Calm')
      await reseller.world.simulator.clearRequests()
      expect(await edit(device, { internalName: 'Calm' })).toBe(true)
      const paths = (await reseller.world.simulator.requests()).map(({ path }) => path)
      expect(paths.filter((path) => path.endsWith('/devices'))).toEqual([])
    })

    test.each([
      ['cannot be loaded', 'd003', { kind: 'status', status: 503 }],
      ['does not have the other one yet', 'd004', { kind: 'answer', text: '{"data":[],"status":"success"}' }],
    ] as const)('is left to Kazoo when the list %s', async (_how, end, fault) => {
      await create('Before', { macAddress: `00156500${end}`, sipUsername: `before.${end}` })
      const device = await newDevice('After')
      await reseller.world.simulator.fault({ pattern: '**/devices', methods: ['GET'], fault })
      await expect(edit(device, { macAddress: `00156500${end}` })).rejects.toMatchObject({
        fields: { macAddress: 'messages.refused.taken' },
      })
      await expect(edit(device, { sipUsername: `before.${end}` })).rejects.toMatchObject({
        fields: { sipUsername: 'messages.refused.taken' },
      })
      expect(await edit(device, { sipUsername: `after.${end}` })).toBe(true)
    })
  })
}
