// The form follows the schema of the connected Kazoo.
import { expect, test } from 'vitest'
import { patchSettings } from '../../../lib/kazoo/settings.ts'
import { auditEventsOf } from '../../../lib/store/audit-events.ts'
import { createDevice } from '../../../lib/domain/device/create.ts'
import { NEW_DEVICE } from '../../new-device.ts'
import { grantOf } from '../../../lib/domain/grant.ts'
import { findSettings, settingsRef } from '../../../lib/domain/schema/find.ts'
import { FORMS } from '../../../lib/domain/schema/nouns.ts'
import { KNOWN_GROUPS, KNOWN_SETTINGS } from '../../../lib/views/setting-words.ts'
import { settingAt, type SettingsForm } from './settings-form.ts'

/** Every key of users and devices, one that no other Kazoo has, and one with two schemas. */
export function describeDrawing(form: SettingsForm): void {
  const { person, save, sent } = form

  test('every key that Kazoo has for users and devices is a field, or edited on the main page', async () => {
    const user = await person()
    const device = await createDevice(form.viewer, form.account, { ...NEW_DEVICE, name: 'Lab phone' })
    for (const [noun, id] of [
      ['user', user],
      ['device', device],
    ] as const) {
      const { draft } = await findSettings(form.viewer, noun, id)
      const drawn = draft.groups.flatMap(({ settings }) => settings.map(({ path }) => path))
      const leaves = await leavesOf(form.world.simulator.url, `${noun}s`)
      expect(leaves.length).toBeGreaterThan(100)
      const missing = leaves.filter(
        (leaf) =>
          ![...drawn, ...FORMS[noun].byHand].some(
            (path) => leaf === path || leaf.startsWith(`${path}.`) || path.startsWith(`${leaf}.`),
          ),
      )
      expect(missing).toEqual([])
      expect(new Set(drawn).size).toBe(drawn.length)
    }
  })

  test('the settings and groups that have words of our own are in the schemas', async () => {
    const { url } = form.world.simulator
    const leaves = [...(await leavesOf(url, 'users')), ...(await leavesOf(url, 'devices'))]
    const isIn = (path: string) =>
      leaves.some((leaf) => leaf === path || leaf.startsWith(`${path}.`) || path.startsWith(`${leaf}.`))
    expect(KNOWN_SETTINGS.length).toBeGreaterThanOrEqual(40)
    expect([...KNOWN_SETTINGS, ...KNOWN_GROUPS].filter((path) => !isIn(path))).toEqual([])
  })

  test('a key that only this Kazoo has is a field at once, and shows Kazoo’s own refusal', async () => {
    const user = await person()
    const page = await findSettings(form.viewer, 'user', user)
    expect(settingAt(page, 'lab.code')).toMatchObject({
      label: 'Code',
      within: ['Lab'],
      about: 'Of the <b>lab</b>',
    })
    await save(user, { 'lab.code': 'abc' })
    expect(await sent()).toEqual([{ method: 'PATCH', body: { data: { lab: { code: 'abc' } } } }])
    await expect(save(user, { 'lab.code': '123' })).rejects.toMatchObject({
      fields: { [settingAt(page, 'lab.code').name]: 'messages.refused.characters' },
    })
  })

  test('a device has its settings in the same way, its headers by either of two schemas', async () => {
    const device = await createDevice(form.viewer, form.account, { ...NEW_DEVICE, name: 'Lab phone' })
    const headers = 'sip.custom_sip_headers'
    // Where nothing is stored, the schema that names its keys.
    const unset = await findSettings(form.viewer, 'device', device)
    expect(settingAt(unset, `${headers}.out`)).toMatchObject({ kind: 'map', set: false })
    await save(device, { 'sip.expire_seconds': '600', [`${headers}.in`]: 'X-Floor: 3' }, undefined, 'device')
    expect(await sent()).toEqual([
      {
        method: 'PATCH',
        body: { data: { sip: { expire_seconds: 600, custom_sip_headers: { in: { 'X-Floor': '3' } } } } },
      },
    ])
    const [event] = await auditEventsOf(form.world.tenant.id, { limit: 1 })
    expect(event).toMatchObject({
      verb: 'device.edit',
      before: { 'sip.expire_seconds': '300', [`${headers}.in`]: '' },
    })
    const at = await settingsRef(form.viewer, 'device', device)
    const flat = { sip: { custom_sip_headers: { in: null, 'X-Wing': 'B' } } }
    await patchSettings(grantOf(form.viewer).kazoo, at, flat, {})
    const page = await findSettings(form.viewer, 'device', device)
    expect(settingAt(page, headers)).toMatchObject({ kind: 'map', value: 'X-Wing: B' })
  })
}

/** Every leaf property of a schema, read from the simulator and not by our own parser. */
async function leavesOf(url: string, name: string): Promise<string[]> {
  const loaded = new Map<string, unknown>()
  async function at(ref: string): Promise<unknown> {
    if (!loaded.has(ref)) loaded.set(ref, Object(await (await fetch(`${url}/v2/schemas/${ref}`)).json()).data)
    return loaded.get(ref)
  }
  async function walk(schema: unknown, above: string, depth: number): Promise<string[]> {
    const { $ref: ref, properties } = Object(schema)
    if (typeof ref === 'string') return depth > 6 ? [above] : walk(await at(ref), above, depth + 1)
    if (properties === undefined) return [above]
    const inner = Object.entries(Object(properties)).map(([key, one]) =>
      walk(one, above === '' ? key : `${above}.${key}`, depth + 1),
    )
    return (await Promise.all(inner)).flat()
  }
  return walk(await at(name), '', 0)
}
