// What the form hides: secrets, Kazoo ids, and everything from roles that may not read.
import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { Forbidden, NotFound } from '../../../lib/errors.ts'
import { patchSettings } from '../../../lib/kazoo/settings.ts'
import { seal } from '../../../lib/sealed.ts'
import { auditEventsOf } from '../../../lib/store/audit-events.ts'
import { grantOf } from '../../../lib/domain/grant.ts'
import { editSettings } from '../../../lib/domain/schema/edit.ts'
import { findSettings, settingsRef } from '../../../lib/domain/schema/find.ts'
import { settingAt, type SettingsForm } from './settings-form.ts'

/** Secrets are written and never shown; ids can only be removed. */
export function describeHiding(form: SettingsForm): void {
  const { person, sent } = form

  test('a secret is written, never shown, and can be removed', async () => {
    const user = await person()
    const before = settingAt(await findSettings(form.viewer, 'user', user), 'lab.door_pin')
    expect(before).toMatchObject({ kind: 'secret', set: false, removal: null })
    const secrets = { [before.name]: seal<'password'>('40961638') }
    expect(await editSettings(form.viewer, 'user', user, { typed: {}, secrets, initialValues: null })).toBe(
      true,
    )
    const page = await findSettings(form.viewer, 'user', user)
    const pin = settingAt(page, 'lab.door_pin')
    expect(pin).toMatchObject({ value: '', set: true })
    const events = await auditEventsOf(form.world.tenant.id, { limit: 2 })
    expect(events[0]).toMatchObject({ after: { 'lab.door_pin': 'changed' } })
    expect(inspect([page, events], { depth: 12 })).not.toContain('40961638')
    await expect(
      editSettings(form.viewer, 'user', user, {
        typed: {},
        secrets: { [pin.name]: seal('4') },
        initialValues: null,
      }),
    ).rejects.toMatchObject({
      fields: { [pin.name]: { key: 'messages.refused.short', values: { bound: 4 } } },
    })
    const typed = { [pin.removal ?? '']: 'on' }
    await form.world.simulator.clearRequests()
    expect(await editSettings(form.viewer, 'user', user, { typed, secrets: {}, initialValues: null })).toBe(
      true,
    )
    expect(await sent()).toEqual([{ method: 'PATCH', body: { data: { lab: { door_pin: null } } } }])
    expect(settingAt(await findSettings(form.viewer, 'user', user), 'lab.door_pin').set).toBe(false)
  })

  test('a Kazoo id is not shown, not even inside a longer value; it can only be removed', async () => {
    const user = await person()
    const id = 'c0ffee'.repeat(6).slice(0, 32)
    const at = await settingsRef(form.viewer, 'user', user)
    const change = {
      music_on_hold: { media_id: `/${id}/hold` },
      directories: { [id]: id },
      profile: { note: `see ${id}`, role: 'Clerk' },
    }
    await patchSettings(grantOf(form.viewer).kazoo, at, change, {})
    const page = await findSettings(form.viewer, 'user', user)
    expect(JSON.stringify(page)).not.toContain(id)
    for (const path of ['music_on_hold.media_id', 'directories', 'profile.note'])
      expect(settingAt(page, path)).toMatchObject({ kind: 'held', set: true, value: '' })
    expect(settingAt(page, 'profile.role').value).toBe('Clerk')
    const { name, removal } = settingAt(page, 'music_on_hold.media_id')
    const typed = { [name]: 'something else', [removal ?? '']: 'on' }
    await form.world.simulator.clearRequests()
    expect(
      await editSettings(form.viewer, 'user', user, {
        typed,
        secrets: {},
        initialValues: page.draft.initialValues,
      }),
    ).toBe(true)
    expect(await sent()).toEqual([{ method: 'PATCH', body: { data: { music_on_hold: { media_id: null } } } }])
  })

  test('a viewer is refused, and an id of another session is not found', async () => {
    const user = await person()
    const onlooker = await form.world.viewer('viewer')
    await form.world.simulator.clearRequests()
    const nothing = { typed: {}, secrets: {}, initialValues: null }
    await expect(editSettings(onlooker, 'user', user, nothing)).rejects.toBeInstanceOf(Forbidden)
    await expect(findSettings(onlooker, 'user', user)).rejects.toBeInstanceOf(NotFound)
    await expect(findSettings(form.viewer, 'device', user)).rejects.toBeInstanceOf(NotFound)
    expect(await form.world.simulator.requests()).toEqual([])
  })
}
