// What a reseller changes on a device.
import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { seal } from '../../../lib/sealed.ts'
import { auditEventsOf } from '../../../lib/store/audit-events.ts'
import { findRoot } from '../../../lib/domain/account/branch.ts'
import { findAccountWithOwners } from '../../../lib/domain/account/find.ts'
import type { Reseller } from './reseller.ts'
import { revealSipPassword } from '../../../lib/domain/device/command.ts'
import { createDevice } from '../../../lib/domain/device/create.ts'
import { editDevice } from '../../../lib/domain/device/edit.ts'
import { findDevice } from '../../../lib/domain/device/find.ts'
import { NEW_DEVICE } from '../../new-device.ts'

/** Editing a device: only changes are sent, secrets stay secret, and concurrent changes stay. */
export function describeEditing(reseller: Reseller): void {
  const { newDevice, edit } = reseller

  test('renaming a device sends one PATCH with only the name, and is in the audit log', async () => {
    const device = await newDevice('Front desk')
    await reseller.world.simulator.clearRequests()
    expect(await edit(device, { name: 'Reception' })).toBe(true)
    const writes = await reseller.world.writes()
    expect(writes.map(({ method, body }) => ({ method, body }))).toEqual([
      { method: 'PATCH', body: { data: { name: 'Reception' } } },
    ])
    expect((await findDevice(reseller.viewer, device)).device.text.name).toBe('Reception')
    const [event] = await auditEventsOf(reseller.world.tenant.id, { limit: 1 })
    expect(event).toMatchObject({
      verb: 'device.edit',
      stage: 'done',
      actor: { name: 'Olga Owner' },
      before: { name: 'Front desk' },
      after: { name: 'Reception' },
      clientAddress: '192.0.2.1',
    })
    expect(event?.path.at(-1)).toBe(reseller.account.name)
  })

  test('saving without a change sends nothing', async () => {
    const device = await newDevice('Quiet')
    await reseller.world.simulator.clearRequests()
    expect(await edit(device, {})).toBe(false)
    expect(await reseller.world.writes()).toEqual([])
  })

  test('call forwarding, caller id, MAC and disabling reach Kazoo, and come back', async () => {
    const device = await newDevice('Busy')
    const change = {
      enabled: '',
      macAddress: '001565abcdef',
      forwardEnabled: 'on',
      forwardNumber: '+4930123456',
      forwardRequireKeypress: '',
      internalName: 'Busy phone',
      externalNumber: '+4930999999',
    }
    await edit(device, change)
    expect((await findDevice(reseller.viewer, device)).device.text).toMatchObject(change)
    await edit(device, { macAddress: '', internalName: '', forwardEnabled: '' })
    expect((await findDevice(reseller.viewer, device)).device.text).toMatchObject({
      macAddress: '',
      internalName: '',
      forwardEnabled: '',
      externalNumber: '+4930999999',
    })
  })

  test('an owner can be set and removed, and must be in the same account', async () => {
    const { owners } = await findAccountWithOwners(reseller.viewer, reseller.account.id)
    const owner = owners?.[0]
    if (owner === undefined) throw new Error('no such user')
    const device = await newDevice('Somebody’s')
    await edit(device, { owner: owner.id })
    expect((await findDevice(reseller.viewer, device)).device.text.owner).toBe(owner.id)
    await edit(device, { owner: '' })
    expect((await findDevice(reseller.viewer, device)).device.text.owner).toBe('')
    const { root } = await findRoot(reseller.viewer)
    const outsiders = (await findAccountWithOwners(reseller.viewer, root.id)).owners
    const outsider = outsiders?.[0]
    if (outsider === undefined) throw new Error('the reseller has no user')
    await reseller.world.simulator.clearRequests()
    await expect(edit(device, { owner: outsider.id })).rejects.toMatchObject({
      fields: { owner: expect.any(String) },
    })
    await expect(edit(device, { owner: device })).rejects.toMatchObject({
      fields: { owner: expect.any(String) },
    })
    expect(await reseller.world.writes()).toEqual([])
  })

  test('a SIP password is set, stays out of the audit log, and is only shown on request, which is logged', async () => {
    const device = await newDevice('Secretive')
    const initialValues = (await findDevice(reseller.viewer, device)).device.text
    await editDevice(reseller.viewer, device, {
      typed: initialValues,
      initialValues,
      sipPassword: seal('s3cret-sip-pw'),
    })
    expect(JSON.stringify(await findDevice(reseller.viewer, device))).not.toContain('s3cret-sip-pw')
    expect(await revealSipPassword(reseller.viewer, device)).toBe('s3cret-sip-pw')
    const events = await auditEventsOf(reseller.world.tenant.id, { limit: 3 })
    expect(events[0]).toMatchObject({ verb: 'device.reveal', stage: 'done', subject: { name: 'Secretive' } })
    expect(events[1]).toMatchObject({ verb: 'device.edit', after: { sipPassword: 'changed' } })
    expect(inspect(events, { depth: 9 })).not.toContain('s3cret-sip-pw')
  })

  test('a concurrent change of the same field is not overwritten unseen, and of other fields stays', async () => {
    const device = await newDevice('Shared')
    const shown = (await findDevice(reseller.viewer, device)).device.text
    await edit(device, { name: 'Theirs', internalName: 'Theirs too' })
    await reseller.world.simulator.clearRequests()
    await expect(edit(device, { name: 'Mine' }, shown)).rejects.toMatchObject({
      fields: { name: { key: 'messages.conflict.became', values: { now: 'Theirs' } } },
    })
    expect(await reseller.world.writes()).toEqual([])
    await edit(device, { externalName: 'Mine' }, shown)
    expect((await findDevice(reseller.viewer, device)).device.text).toMatchObject({
      name: 'Theirs',
      internalName: 'Theirs too',
      externalName: 'Mine',
    })
  })

  test('a MAC address that exists is refused at its field, and the audit log has the failure', async () => {
    await createDevice(reseller.viewer, reseller.account.id, {
      ...NEW_DEVICE,
      name: 'First',
      macAddress: '0015650000aa',
    })
    const device = await newDevice('Second')
    await expect(edit(device, { macAddress: '0015650000aa' })).rejects.toMatchObject({
      name: 'Rejected',
      fields: { macAddress: { key: 'messages.duplicate.macAddress', values: { name: 'First' } } },
    })
    expect((await auditEventsOf(reseller.world.tenant.id, { limit: 1 }))[0]).toMatchObject({
      verb: 'device.edit',
      stage: 'failed',
    })
  })
}
