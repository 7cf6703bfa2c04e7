// Typed values go to Kazoo and come back, or are refused at their field.
import { expect, test } from 'vitest'
import { Rejected } from '../../../lib/errors.ts'
import { auditEventsOf } from '../../../lib/store/audit-events.ts'
import { planRevert, revert } from '../../../lib/domain/audit/revert.ts'
import { createDevice } from '../../../lib/domain/device/create.ts'
import { NEW_DEVICE } from '../../new-device.ts'
import { findSettings } from '../../../lib/domain/schema/find.ts'
import { settingAt, type SettingsForm } from './settings-form.ts'

/** Each kind of field, wrong values, concurrent changes, and reverting. */
export function describeSaving(form: SettingsForm): void {
  const { person, save, sent } = form

  test.each([
    ['truth', 'media.fax_option', 'true', { media: { fax_option: true } }],
    ['number', 'media.progress_timeout', '20', { media: { progress_timeout: 20 } }],
    [
      'choice',
      'caller_id_options.outbound_privacy',
      'name',
      { caller_id_options: { outbound_privacy: 'name' } },
    ],
    ['choice', 'media.bypass_media', 'auto', { media: { bypass_media: 'auto' } }],
    ['list', 'media.audio.codecs', 'PCMA\r\nOPUS', { media: { audio: { codecs: ['PCMA', 'OPUS'] } } }],
    ['list', 'flags', 'a flag', { flags: ['a flag'] }],
    ['text', 'profile.note', 'Likes tea', { profile: { note: 'Likes tea' } }],
    ['map', 'call_restriction', 'did_us: deny', { call_restriction: { did_us: { action: 'deny' } } }],
    [
      'json',
      'dial_plan',
      '{"^(\\\\d{7})$": {"prefix": "+49"}}',
      { dial_plan: { '^(\\d{7})$': { prefix: '+49' } } },
    ],
  ])('%s: only %s is sent to Kazoo, comes back, and can be emptied again', async (kind, path, text, wire) => {
    const user = await person()
    expect(settingAt(await findSettings(form.viewer, 'user', user), path)).toMatchObject({
      kind,
      set: false,
    })
    expect(await save(user, { [path]: text })).toBe(true)
    expect(await sent()).toEqual([{ method: 'PATCH', body: { data: wire } }])
    const after = settingAt(await findSettings(form.viewer, 'user', user), path)
    expect(after).toMatchObject({ kind, set: true })
    if (kind !== 'json') expect(after.value).toBe(text.replaceAll('\r\n', '\n'))
    expect(await save(user, {})).toBe(false)
    expect(await save(user, { [path]: '' })).toBe(true)
    expect(settingAt(await findSettings(form.viewer, 'user', user), path)).toMatchObject({
      value: '',
      set: false,
    })
    const [event] = await auditEventsOf(form.world.tenant.id, { limit: 1 })
    expect(event).toMatchObject({ verb: 'user.edit', stage: 'done', after: { [path]: '' } })
  })

  test('of a map only the changed line is sent, and a removed one is deleted', async () => {
    const user = await person()
    await save(user, { call_restriction: 'did_us: deny\ntollfree_us: deny' })
    await save(user, { call_restriction: 'tollfree_us: deny\nemergency: inherit' })
    expect(await sent()).toEqual([
      {
        method: 'PATCH',
        body: { data: { call_restriction: { did_us: null, emergency: { action: 'inherit' } } } },
      },
    ])
    const { value } = settingAt(await findSettings(form.viewer, 'user', user), 'call_restriction')
    expect(value.split('\n').toSorted()).toEqual(['emergency: inherit', 'tollfree_us: deny'])
  })

  test('wrong values are refused at their fields, all at once, and nothing is sent', async () => {
    const user = await person()
    const wrong = {
      'media.progress_timeout': 'soon',
      'caller_id_options.outbound_privacy': 'perhaps',
      'media.audio.codecs': 'PCMA\nPCMA',
      'media.video.codecs': 'BETAMAX',
      'caller_id.asserted.name': 'x'.repeat(36),
      'call_recording.any.any.time_limit': '4',
      call_restriction: 'did_us = deny',
      dial_plan: '{"half": ',
      metaflows: '{"numbers": {"1": {"pvt_secret": 1}}}',
      'profile.note': `see ${'a1'.repeat(16)}`,
    }
    const failed = await save(
      user,
      Object.fromEntries(Object.entries(wrong).filter(([path]) => path !== 'metaflows')),
    ).catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(Rejected)
    const page = await findSettings(form.viewer, 'user', user)
    const at = (path: string) => settingAt(page, path).name
    expect(failed).toMatchObject({
      fields: {
        [at('media.progress_timeout')]: 'messages.refused.kind',
        [at('caller_id_options.outbound_privacy')]: 'messages.refused.choice',
        [at('media.audio.codecs')]: 'messages.refused.twice',
        [at('media.video.codecs')]: 'messages.refused.choice',
        [at('caller_id.asserted.name')]: { key: 'messages.refused.long', values: { bound: 35 } },
        [at('call_recording.any.any.time_limit')]: { key: 'messages.refused.low', values: { bound: 5 } },
        [at('call_restriction')]: 'messages.schema.pairs',
        [at('dial_plan')]: { key: 'messages.schema.json', values: { line: 1 } },
        [at('profile.note')]: 'messages.schema.id',
      },
    })
    expect(await sent()).toEqual([])
  })

  test.each([
    ['call_recording.any.any.url', 'http://169.254.169.254/latest', 'messages.refused.url'],
    ['call_recording.inbound.onnet.url', 'http://0x7f.1/', 'messages.refused.url'],
    ['call_recording.any.any.url', 'https://ann:pw@files.example.com/', 'messages.refused.url'],
    [
      'metaflows.numbers',
      '{"1": {"module": "x", "data": {"url": "http://localhost:8000/"}}}',
      'messages.refused.url',
    ],
    [
      'metaflows.numbers',
      '{"1": {"module": "x", "data": {"place": "//127.0.0.1/"}}}',
      'messages.refused.url',
    ],
    ['metaflows.numbers', '{"1": {"module": "a\\u0000b"}}', 'rules.characters'],
    ['dial_plan', '{"": {"prefix": "1"}}', 'messages.schema.keys'],
    [
      'dial_plan',
      '{\n"1": {"prefix": "1"},\n"1": {"prefix": "2"}\n}',
      { key: 'messages.schema.twice', values: { line: 3 } },
    ],
    ['metaflows.numbers', '{"1\\r": {"module": "ab"}}', 'rules.characters'],
    ['profile.note', 'a\u001bb', 'rules.characters'],
    ['profile.title', 'one\ntwo', 'rules.characters'],
    ['flags', 'a\vb', 'rules.characters'],
    ['call_restriction', 'did\u200b_us: deny', 'rules.characters'],
  ])('security rows 21 and 22: %s refuses %j', async (path, text, why) => {
    const user = await person()
    const { name } = settingAt(await findSettings(form.viewer, 'user', user), path)
    await expect(save(user, { [path]: text })).rejects.toMatchObject({ fields: { [name]: why } })
    expect(await sent()).toEqual([])
  })

  test('security rows 21 and 22: stored values stay, and the headers and routes of a device are validated too', async () => {
    const device = await createDevice(form.viewer, form.account, { ...NEW_DEVICE, name: 'Old phone' })
    const { accountId, deviceId } = await form.idsOf(device)
    const stored = {
      call_recording: { any: { any: { url: 'http://10.0.0.7/' } } },
      sip: { route: 'sip:1@10.0.0.7' },
    }
    await form.askKazoo('PATCH', `${accountId}/devices/${deviceId}`, stored)
    expect(await save(device, { 'ringtones.internal': 'bell' }, undefined, 'device')).toBe(true)
    expect(await sent()).toEqual([{ method: 'PATCH', body: { data: { ringtones: { internal: 'bell' } } } }])
    const page = await findSettings(form.viewer, 'device', device)
    const wrong: Record<string, [string, string]> = {
      'sip.custom_sip_headers.in': ['X-Floor: 3\rX-Wing: B', 'rules.characters'],
      'sip.route': ['sip:100@127.0.0.1', 'messages.refused.target'],
      'sip.static_route': ['100@169.254.169.254', 'messages.refused.target'],
      'sip.ip': ['127.0.0.1', 'messages.refused.target'],
    }
    const texts = Object.fromEntries(Object.entries(wrong).map(([path, [text]]) => [path, text]))
    await expect(save(device, texts, page, 'device')).rejects.toMatchObject({
      fields: Object.fromEntries(
        Object.entries(wrong).map(([path, [, why]]) => [settingAt(page, path).name, why]),
      ),
    })
    expect(await sent()).toEqual([])
    const right = {
      'call_recording.any.any.url': 'http://files.example.com:8080/in?tenant=1',
      'sip.route': 'sip:100@pbx.example.com:5080;transport=tcp',
      'sip.ip': '8.8.8.8',
    }
    expect(await save(device, right, undefined, 'device')).toBe(true)
  })

  test('a concurrent change of the same setting is not overwritten unseen, and of other settings stays', async () => {
    const user = await person()
    const shown = await findSettings(form.viewer, 'user', user)
    const note = 'A note that is longer than a few letters'
    await save(user, { 'profile.note': note, 'profile.role': 'Clerk' })
    const conflicting = save(user, { 'profile.note': 'Mine' }, shown)
    await expect(conflicting).rejects.toMatchObject({
      fields: { [settingAt(shown, 'profile.note').name]: { values: { now: note } } },
    })
    expect(await sent()).toEqual([])
    await save(user, { 'profile.title': 'Boss' }, shown)
    expect(await sent()).toEqual([{ method: 'PATCH', body: { data: { profile: { title: 'Boss' } } } }])
    const refusal = await conflicting.catch((error: unknown) => error)
    const initialValues = Object(refusal).initialValues
    expect(
      await save(user, { 'profile.note': 'Mine' }, { ...shown, draft: { ...shown.draft, initialValues } }),
    ).toBe(true)
  })

  test('a change of settings is reverted from the audit log, unless it changed since', async () => {
    const user = await person()
    const plan = '{"b": {"suffix": "2", "prefix": "1"}, "a": {"prefix": "0"}}'
    await save(user, { 'media.fax_option': 'true', call_restriction: 'b: deny\na: deny' })
    await save(user, { 'media.fax_option': 'false', call_restriction: 'c: deny\nb: deny', dial_plan: plan })
    const [event] = await auditEventsOf(form.world.tenant.id, { limit: 1 })
    const page = await planRevert(form.viewer, event?.event ?? '')
    const fields = ['media.fax_option', 'call_restriction', 'dial_plan']
    expect(Object.fromEntries(page.fields.map(({ field, why }) => [field, why]))).toEqual({
      'media.fax_option': null,
      call_restriction: null,
      dial_plan: null,
    })
    await revert(form.viewer, event?.event ?? '', fields)
    expect(await sent()).toContainEqual({
      method: 'PATCH',
      body: {
        data: {
          media: { fax_option: true },
          call_restriction: { a: { action: 'deny' }, c: null },
          dial_plan: null,
        },
      },
    })
    const after = await findSettings(form.viewer, 'user', user)
    expect(settingAt(after, 'call_restriction').value).toBe('a: deny\nb: deny')
    await expect(revert(form.viewer, event?.event ?? '', fields)).rejects.toBeInstanceOf(Rejected)
  })
}
