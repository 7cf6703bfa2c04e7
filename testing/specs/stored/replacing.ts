// Stored values that a form cannot show stay, and can be replaced on purpose; each with what Kazoo then gets.
import { beforeEach, expect, test } from 'vitest'
import type { KazooVersion } from '../../../scripts/services/simulator.ts'
import { settingsEdit } from '../../../lib/actions/schema-input.ts'
import { userEdit } from '../../../lib/actions/user-input.ts'
import { historyOf } from '../../../lib/domain/audit/list.ts'
import { planRevert } from '../../../lib/domain/audit/revert.ts'
import { editSettings } from '../../../lib/domain/schema/edit.ts'
import { findSettings } from '../../../lib/domain/schema/find.ts'
import { changePrivilege } from '../../../lib/domain/user/credentials.ts'
import { editUser } from '../../../lib/domain/user/edit.ts'
import { findUser } from '../../../lib/domain/user/find.ts'
import { unseal } from '../../../lib/sealed.ts'
import { resolve } from '../../../lib/session/proxy-ids.ts'
import { readForm } from '../../../lib/views/form-check.ts'
import { postForm } from '../../post-form.ts'
import { userWithBox } from '../../user-with-box.ts'
import type { Stored } from './stored.ts'

const ADA = { first_name: 'Ada', last_name: 'Adler', priv_level: 'user', enabled: true }

/** What people do with such values. */
export function describeReplacing(stored: Stored, kazoo: KazooVersion): void {
  let user: string
  let id: string
  let serial = 0

  beforeEach(async () => {
    user = (await userWithBox(stored.viewer, stored.account, `91${++serial}`)).owner
    id = unseal((await resolve(stored.viewer.session, 'user', user)).user)
  })

  const plant = async (document: object) => {
    await stored.world.simulator.plant(stored.accountId, 'user', { ...ADA, ...document, id })
    return (await findUser(stored.viewer, user)).user
  }
  /** Posts the form with `typed` over it, and with the values of `replaced` not kept. */
  const save = async (typed: Record<string, string>, replaced: readonly string[] = []) => {
    const { text } = (await findUser(stored.viewer, user)).user
    const form = postForm(text, { user, ...typed })
    for (const name of replaced) form.delete(`keep${name}`)
    const read = readForm(userEdit, form)
    if (!read.ok) return read.faults
    await stored.world.simulator.clearRequests()
    const { user: of, initialValues, hotdeskPin, ...fields } = read.value
    return editUser(stored.viewer, of, { typed: fields, initialValues, hotdeskPin })
  }
  const sent = async () => (await stored.world.writes()).map(({ body }) => body)
  const now = async () => (await stored.ask('GET', `accounts/${stored.accountId}/users/${id}`)).data

  test('forwarding of an older shape is named, and stays when the user is renamed', async () => {
    const { text, nested } = await plant({
      call_forward: { enabled: true, unconditional: { number: '123' } },
    })
    expect([text.forwardEnabled, text.forwardNumber, nested]).toEqual([
      'on',
      '',
      ['call_forward.unconditional'],
    ])
    const saving = save({ lastName: 'Berg' })
    if (kazoo === '5.0') expect(await saving).toBe(true)
    // 4.3 knows no such shape, and wants a number while forwarding is on.
    else
      await expect(saving).rejects.toMatchObject({
        fields: {
          forwardNumber: { key: 'messages.refused.storedValue', because: 'messages.refused.needed' },
        },
      })
    expect(await sent()).toEqual([{ data: { last_name: 'Berg' } }])
    expect(await now()).toMatchObject({ call_forward: { enabled: true, unconditional: { number: '123' } } })
  })

  test('a switch that is stored as text is shown as Kazoo reads it', async () => {
    expect((await plant({ enabled: 'true', do_not_disturb: { enabled: 'false' } })).text).toMatchObject({
      enabled: 'on',
      doNotDisturb: '',
    })
    expect(await save({ lastName: 'Berg' })).toBe(true)
    expect(await sent()).toEqual([{ data: { last_name: 'Berg' } }])
  })

  test('a number in place of text is named; Kazoo refuses to save beside it, until it is replaced', async () => {
    expect((await plant({ presence_id: 700123 })).text.extension).toBe('\uFFFC700123')
    await expect(save({ lastName: 'Berg' })).rejects.toMatchObject({
      fields: { extension: { key: 'messages.refused.storedValue', because: 'messages.refused.kind' } },
      userMessage: 'messages.refused.stored',
    })
    expect(await sent()).toEqual([{ data: { last_name: 'Berg' } }])
    // Its control has the number, and only has to be sent.
    expect(await save({ lastName: 'Berg' }, ['extension'])).toBe(true)
    expect(await sent()).toEqual([{ data: { last_name: 'Berg', presence_id: '700123' } }])
    expect((await findUser(stored.viewer, user)).user.text.extension).toBe('700123')
  })

  test('a value that is no longer kept is replaced, or removed where nothing is typed', async () => {
    const odd = { caller_id: { internal: { name: ['Front'], number: { e164: '+49301' } } } }
    const { text } = await plant(odd)
    expect([text.internalName, text.internalNumber]).toEqual(['\uFFFC["Front"]', '\uFFFC{"e164":"+49301"}'])
    expect(await save({ internalName: 'Front' }, ['internalName', 'internalNumber'])).toBe(true)
    expect(await sent()).toEqual([{ data: { caller_id: { internal: { name: 'Front', number: null } } } }])
    const { text: after } = (await findUser(stored.viewer, user)).user
    expect([after.internalName, after.internalNumber]).toEqual(['Front', ''])
  })

  test('text in place of a whole object is replaced by the first of its fields that is', async () => {
    expect((await plant({ call_forward: 'off' })).text).toMatchObject({
      forwardEnabled: '\uFFFC"off"',
      forwardNumber: '\uFFFC"off"',
    })
    const change = { forwardEnabled: 'on', forwardNumber: '+4930123456' }
    expect(await save(change, ['forwardEnabled', 'forwardNumber'])).toBe(true)
    expect(await sent()).toEqual([{ data: { call_forward: { enabled: true, number: '+4930123456' } } }])
  })

  test('what replaces a value is checked at its field, and no text can stand for a stored value', async () => {
    await plant({ presence_id: 700123 })
    expect(await save({ extension: '10 01' }, ['extension'])).toEqual({ extension: 'rules.user.extension' })
    await plant({ presence_id: '700123' })
    expect(await save({ extension: '\uFFFC700124' })).toEqual({ extension: 'rules.characters' })
  })

  test('a value that became another one meanwhile is not replaced unseen', async () => {
    const { text } = await plant({ presence_id: 700123 })
    await plant({ presence_id: 700124 })
    const change = { typed: { extension: '700123' }, initialValues: text, hotdeskPin: null }
    await expect(editUser(stored.viewer, user, change)).rejects.toMatchObject({
      fields: { extension: { key: 'messages.conflict.became', values: { now: '700124' } } },
    })
  })

  test('ids and secrets inside a stored value are not shown', async () => {
    const { text } = await plant({
      email: { owner: '0123456789abcdef0123456789abcdef' },
      language: { password: 'hunter2' },
      timezone: ['x'.repeat(300)],
    })
    expect([text.email, text.language]).toEqual(['\uFFFC', '\uFFFC'])
    expect(text.timezone).toBe(`\uFFFC["${'x'.repeat(198)}…`)
  })

  test('a replaced value is in the audit log, and is not reverted', async () => {
    await plant({ email: ['ada@example.com'] })
    expect(await save({ email: 'ada@example.com' }, ['email'])).toBe(true)
    const [event] = (await historyOf(stored.viewer, 'user', user)).rows
    expect(event?.changes).toMatchObject([
      { field: 'email', before: '\uFFFC["ada@example.com"]', after: 'ada@example.com' },
    ])
    expect((await planRevert(stored.viewer, event?.event ?? '')).fields).toMatchObject([
      { field: 'email', why: 'unwritable' },
    ])
  })

  test('an unknown role counts as none, and can be replaced', async () => {
    const { privilege, otherPrivilege } = await plant({ priv_level: 'manager' })
    expect([privilege, otherPrivilege]).toEqual(['user', '\uFFFC"manager"'])
    await stored.world.simulator.clearRequests()
    expect(await changePrivilege(stored.viewer, user, 'user', 'user')).toBe(true)
    expect(await sent()).toEqual([{ data: { priv_level: 'user' } }])
    expect(await changePrivilege(stored.viewer, user, 'user', 'user')).toBe(false)
  })

  test('a setting that is a number in place of text is shown as JSON, and can become text', async () => {
    await plant({ feature_level: 7 })
    const page = await findSettings(stored.viewer, 'user', user)
    const settings = page.draft.groups.flatMap((group) => group.settings)
    const level = settings.find(({ path }) => path === 'feature_level')
    expect(level).toMatchObject({ kind: 'json', value: '7' })
    const typed = { [level?.name ?? '']: '"7"' }
    await stored.world.simulator.clearRequests()
    const edit = { typed, secrets: {}, initialValues: page.draft.initialValues }
    expect(await editSettings(stored.viewer, 'user', user, edit)).toBe(true)
    expect(await sent()).toEqual([{ data: { feature_level: '7' } }])
  })

  test('keys that no schema describes are settings too: shown, changed and removed', async () => {
    await plant({
      crm_number: 'C-17',
      call_forward: { enabled: false, unconditional: { number: '123' } },
      ui: { theme: 'dark', owner: '0123456789abcdef0123456789abcdef' },
    })
    const page = await findSettings(stored.viewer, 'user', user)
    const settings = page.draft.groups.flatMap((group) => group.settings)
    const at = (path: string) => settings.find((setting) => setting.path === path)
    expect(at('crm_number')).toMatchObject({ kind: 'text', value: 'C-17', undescribed: true, set: true })
    expect(at('call_forward.unconditional')).toMatchObject({ kind: 'json', undescribed: true })
    expect(at('ui')).toMatchObject({ kind: 'held', value: '', undescribed: true })
    expect(at('call_forward.enabled')).toBeUndefined()
    const form = new FormData()
    form.set('of', user)
    form.set('initialValues', JSON.stringify(page.draft.initialValues))
    for (const { name, path, value } of settings)
      form.set(name, path === 'crm_number' ? 'C-18' : path === 'call_forward.unconditional' ? '' : value)
    form.set(at('ui')?.removal ?? '', 'on')
    const read = readForm(settingsEdit, form)
    if (!read.ok) throw new Error(JSON.stringify(read.faults))
    const { of, ...edit } = read.value
    await stored.world.simulator.clearRequests()
    expect(await editSettings(stored.viewer, 'user', of, edit)).toBe(true)
    expect(await sent()).toEqual([
      { data: { crm_number: 'C-18', call_forward: { unconditional: null }, ui: null } },
    ])
  })
}
