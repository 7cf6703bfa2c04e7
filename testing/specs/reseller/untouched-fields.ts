// A save validates and sends only what changed, whatever the other fields contain, and stores no proxy ids.
import { expect, test } from 'vitest'
import { unseal } from '../../../lib/sealed.ts'
import { idsKey } from '../../../lib/session/keys.ts'
import { resolve, withProxyIds } from '../../../lib/session/proxy-ids.ts'
import { withRedis } from '../../../lib/session/redis.ts'
import { readForm } from '../../../lib/views/form-check.ts'
import { deviceEdit } from '../../../lib/actions/device-input.ts'
import { userEdit } from '../../../lib/actions/user-input.ts'
import { editAccount } from '../../../lib/domain/account/edit.ts'
import { createDevice } from '../../../lib/domain/device/create.ts'
import { editDevice } from '../../../lib/domain/device/edit.ts'
import { findDevice } from '../../../lib/domain/device/find.ts'
import { NEW_DEVICE } from '../../new-device.ts'
import { postForm } from '../../post-form.ts'
import type { Reseller } from './reseller.ts'
import { editUser } from '../../../lib/domain/user/edit.ts'
import { findUser } from '../../../lib/domain/user/find.ts'
import { userWithBox } from '../../user-with-box.ts'
import { editBox } from '../../../lib/domain/user/voicemail.ts'

/** Values of other programs that our rules refuse. */
const ODD_USERS = [
  { timezone: 'inherit' },
  { call_forward: { enabled: true, number: '(415) 555-1234' } },
  { call_forward: { enabled: false, number: null, unconditional: { number: '+14155550123' } } },
  { language: 'Klingon (Qo’noS)' },
]
const ODD_DEVICES = [
  { call_forward: { enabled: true, number: '(415) 555-1234' } },
  { caller_id: { external: { number: '"Desk" <sip:415>' } } },
  { mac_address: '00:04:F2:AB:7E' },
]

/** Saving one field of a form. */
export function describeUntouchedFields(reseller: Reseller): void {
  const writes = async () => (await reseller.world.writes()).map(({ method, body }) => ({ method, body }))

  test('a user is renamed, whatever the other fields contain', async () => {
    const { viewer, world } = reseller
    const { user, write } = await owned(reseller)
    for (const [at, odd] of ODD_USERS.entries()) {
      await write(`users/${unseal(user.ref.user)}`, odd)
      const { text } = (await findUser(viewer, user.id)).user
      await world.simulator.clearRequests()
      const read = readForm(userEdit, postForm(text, { user: user.id, lastName: `Renamed ${at}` }))
      if (!read.ok) throw new Error(JSON.stringify(read.faults))
      const { user: id, initialValues, hotdeskPin, ...typed } = read.value
      expect(await editUser(viewer, id, { typed, initialValues, hotdeskPin })).toBe(true)
      expect(await writes()).toEqual([{ method: 'PATCH', body: { data: { last_name: `Renamed ${at}` } } }])
    }
  })

  test('a device is renamed, whatever the other fields contain', async () => {
    const { viewer, world } = reseller
    const { device, write } = await owned(reseller)
    for (const [at, odd] of ODD_DEVICES.entries()) {
      await write(`devices/${unseal(device.ref.device)}`, odd)
      const { text } = (await findDevice(viewer, device.id)).device
      await world.simulator.clearRequests()
      const read = readForm(deviceEdit, postForm(text, { device: device.id, name: `Renamed ${at}` }))
      if (!read.ok) throw new Error(JSON.stringify(read.faults))
      const { device: id, initialValues, sipPassword, ...typed } = read.value
      expect(await editDevice(viewer, id, { typed, initialValues, sipPassword })).toBe(true)
      expect(await writes()).toEqual([{ method: 'PATCH', body: { data: { name: `Renamed ${at}` } } }])
    }
  })

  test('a changed field is validated, although its old value was invalid', async () => {
    const { user, write } = await owned(reseller)
    await write(`users/${unseal(user.ref.user)}`, { timezone: 'inherit' })
    const { text } = (await findUser(reseller.viewer, user.id)).user
    expect(readForm(userEdit, postForm(text, { timezone: 'inherited' }))).toMatchObject({
      faults: { timezone: 'rules.account.timezone' },
    })
  })

  test('a save stores no proxy ids to compare texts', async () => {
    const { device, user, box } = await owned(reseller)
    const { session, ...rest } = await reseller.world.viewer()
    // This session was shown these ids, and no owner.
    const ids = await withProxyIds(session, (issue) => ({
      account: issue('account', user.ref.account),
      device: issue('device', device.ref),
      box: issue('vmbox', box.ref),
    }))
    const other = { ...rest, session }
    const stored = () => withRedis((redis) => redis.hlen(idsKey(session.digest)))
    const before = await stored()
    await reseller.world.simulator.clearRequests()
    await editDevice(other, ids.device, { ...edit({ name: 'No ids' }), sipPassword: null })
    await editBox(other, ids.box, { ...edit({ name: 'No ids' }), pin: null })
    await editAccount(other, ids.account, edit({ timezone: 'Europe/Lisbon' }))
    expect(await stored()).toBe(before)
    const whom = await withProxyIds(session, (issue) => issue('user', user.ref))
    await editUser(other, whom, { ...edit({ lastName: 'Noids' }), hotdeskPin: null })
    expect(await writes()).toHaveLength(4)
    expect(await stored()).toBe(before + 1)
  })

  test('an owner that another user changed meanwhile is not overwritten', async () => {
    const { viewer, account } = reseller
    const { device, user } = await owned(reseller)
    const other = (await userWithBox(viewer, account.id, `42${++mailboxes}`)).owner
    const change = (owner: string) => ({
      typed: { owner },
      initialValues: { owner: user.id },
      sipPassword: null,
    })
    await editDevice(viewer, device.id, change(other))
    await expect(editDevice(viewer, device.id, change(''))).rejects.toMatchObject({
      fields: { owner: { values: { now: other } } },
    })
    expect((await findDevice(viewer, device.id)).device.text.owner).toBe(other)
  })
}

const edit = (typed: Record<string, string>) => ({ typed, initialValues: {} })

let mailboxes = 0

/** A new user with a device and a voicemail box; `write` calls Kazoo's API directly, without our rules. */
async function owned({ viewer, account, world }: Reseller) {
  const { owner, box } = await userWithBox(viewer, account.id, `42${++mailboxes}`)
  const device = await createDevice(viewer, account.id, { ...NEW_DEVICE, name: 'Desk', owner })
  const user = await resolve(viewer.session, 'user', owner)
  const write = async (path: string, data: object) => {
    const answer = await fetch(`${world.simulator.url}/v2/accounts/${unseal(user.account)}/${path}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', 'x-auth-token': unseal(viewer.session.token) },
      body: JSON.stringify({ data }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(text)
  }
  return {
    user: { id: owner, ref: user },
    device: { id: device, ref: await resolve(viewer.session, 'device', device) },
    box: { ref: await resolve(viewer.session, 'vmbox', box) },
    write,
  }
}
