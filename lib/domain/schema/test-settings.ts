// For tests alone: all settings of people and phones by the schema that the simulated Kazoo serves, end to end below the pages.
import { inspect } from 'node:util'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { KazooVersion } from '../../../scripts/services/simulator.ts'
import { Forbidden, NotFound, Rejected } from '../../errors.ts'
import { forgetSchemas } from '../../kazoo/schemas.ts'
import { patchSettings } from '../../kazoo/settings.ts'
import { seal } from '../../sealed.ts'
import type { Viewer } from '../../session/viewer.ts'
import { auditEventsOf } from '../../store/audit-events.ts'
import type { Setting, SettingsPlace } from '../../views/schema-form.ts'
import { planUndo, undo } from '../audit/undo.ts'
import { findRoot } from '../account/branch.ts'
import { createDevice } from '../device/create.ts'
import { grantOf } from '../grant.ts'
import { openWorld, type TestWorld } from '../test-world.ts'
import { createUser } from '../user/create.ts'
import { editSettings } from './edit.ts'
import { findSettings, settingsRef } from './find.ts'
import { FORMS, type Noun } from './nouns.ts'

const START = {
  lastName: 'Test',
  email: '',
  privilege: 'user',
  timezone: '',
  extension: '',
  mustRenew: false,
  password: null,
} as const
let serial = 0

/** A field of the form by Kazoo's own name of it. */
function settingAt({ draft }: SettingsPlace, path: string): Setting {
  const setting = draft.groups.flatMap(({ settings }) => settings).find((each) => each.path === path)
  if (setting === undefined) throw new Error(`there is no field for ${path}`)
  return setting
}

/** All of it, on one version of Kazoo: a process has one environment, so each version has a file of its own. */
export function settingsStories(kazoo: KazooVersion): void {
  let world: TestWorld
  let viewer: Viewer
  let account: string

  beforeAll(async () => {
    world = await openWorld(kazoo)
    viewer = await world.viewer()
    const { branch } = await findRoot(viewer)
    account = branch.rows[0]?.id ?? ''
    await world.simulator.amendSchema('users', 'lab', LAB)
    forgetSchemas()
  })
  afterAll(() => world.close())
  beforeEach(() => world.simulator.clearRequests())

  async function person(): Promise<string> {
    serial++
    const username = `settings${serial}`
    return (await createUser(viewer, account, { ...START, firstName: `Sam ${serial}`, username })).user
  }

  /** Saves as the form would that was filled before: texts and ticks by Kazoo's own names. */
  async function save(id: string, texts: Record<string, string>, shown?: SettingsPlace, noun: Noun = 'user') {
    const place = shown ?? (await findSettings(viewer, noun, id))
    const all = place.draft.groups.flatMap(({ settings }) => settings)
    const typed = Object.fromEntries(all.map(({ name, value }) => [name, value.replaceAll('\n', '\r\n')]))
    for (const [path, text] of Object.entries(texts)) typed[settingAt(place, path).name] = text
    await world.simulator.clearRequests()
    return editSettings(viewer, noun, id, { typed, secrets: {}, was: place.draft.was })
  }

  async function sent(): Promise<unknown[]> {
    return (await world.writes()).map(({ method, body }) => ({ method, body }))
  }

  test('every key that Kazoo has for people and phones is a field, or edited on the page of its own', async () => {
    const user = await person()
    const device = await createDevice(viewer, account, { ...PHONE, name: 'Lab phone' })
    for (const [noun, id] of [
      ['user', user],
      ['device', device],
    ] as const) {
      const { draft } = await findSettings(viewer, noun, id)
      const drawn = draft.groups.flatMap(({ settings }) => settings.map(({ path }) => path))
      const leaves = await leavesOf(world.simulator.url, `${noun}s`)
      expect(leaves.length).toBeGreaterThan(100)
      const missing = leaves.filter(
        (leaf) =>
          ![...drawn, ...FORMS[noun].byHand].some((path) => leaf === path || leaf.startsWith(`${path}.`)),
      )
      expect(missing).toEqual([])
      expect(new Set(drawn).size).toBe(drawn.length)
    }
  })

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
  ])('%s: %s goes to Kazoo alone, comes back, and can be emptied again', async (kind, path, text, wire) => {
    const user = await person()
    expect(settingAt(await findSettings(viewer, 'user', user), path)).toMatchObject({ kind, set: false })
    expect(await save(user, { [path]: text })).toBe(true)
    expect(await sent()).toEqual([{ method: 'PATCH', body: { data: wire } }])
    const after = settingAt(await findSettings(viewer, 'user', user), path)
    expect(after).toMatchObject({ kind, set: true })
    if (kind !== 'json') expect(after.value).toBe(text.replaceAll('\r\n', '\n'))
    expect(await save(user, {})).toBe(false)
    expect(await save(user, { [path]: '' })).toBe(true)
    expect(settingAt(await findSettings(viewer, 'user', user), path)).toMatchObject({ value: '', set: false })
    const [event] = await auditEventsOf(world.tenant.id, { limit: 1 })
    expect(event).toMatchObject({ verb: 'user.edit', stage: 'done', after: { [path]: '' } })
  })

  test('of a map only the line that changed is sent, and one that goes is removed', async () => {
    const user = await person()
    await save(user, { call_restriction: 'did_us: deny\ntollfree_us: deny' })
    await save(user, { call_restriction: 'tollfree_us: deny\nemergency: inherit' })
    expect(await sent()).toEqual([
      {
        method: 'PATCH',
        body: { data: { call_restriction: { did_us: null, emergency: { action: 'inherit' } } } },
      },
    ])
    const { value } = settingAt(await findSettings(viewer, 'user', user), 'call_restriction')
    expect(value.split('\n').toSorted()).toEqual(['emergency: inherit', 'tollfree_us: deny'])
  })

  test('wrong values are told at their fields, all at once, and nothing is sent', async () => {
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
    const place = await findSettings(viewer, 'user', user)
    const at = (path: string) => settingAt(place, path).name
    expect(failed).toMatchObject({
      fields: {
        [at('media.progress_timeout')]: 'said.refused.kind',
        [at('caller_id_options.outbound_privacy')]: 'said.refused.choice',
        [at('media.audio.codecs')]: 'said.refused.twice',
        [at('media.video.codecs')]: 'said.refused.choice',
        [at('caller_id.asserted.name')]: { sentence: 'said.refused.long', values: { bound: 35 } },
        [at('call_recording.any.any.time_limit')]: { sentence: 'said.refused.low', values: { bound: 5 } },
        [at('call_restriction')]: 'said.schema.pairs',
        [at('dial_plan')]: 'said.refused.kind',
        [at('profile.note')]: 'said.schema.id',
      },
    })
    expect(await sent()).toEqual([])
  })

  test('a key that this Kazoo has and no other is a field at once, and its own refusal is told there', async () => {
    const user = await person()
    const place = await findSettings(viewer, 'user', user)
    expect(settingAt(place, 'lab.code')).toMatchObject({
      label: 'Code',
      within: ['Lab'],
      about: 'Of the <b>lab</b>',
    })
    await save(user, { 'lab.code': 'abc' })
    expect(await sent()).toEqual([{ method: 'PATCH', body: { data: { lab: { code: 'abc' } } } }])
    await expect(save(user, { 'lab.code': '123' })).rejects.toMatchObject({
      fields: { [settingAt(place, 'lab.code').name]: 'said.refused.characters' },
    })
  })

  test('what somebody else changed meanwhile is not overwritten unseen, and other settings of theirs stay', async () => {
    const user = await person()
    const shown = await findSettings(viewer, 'user', user)
    const note = 'A note that is longer than a few letters'
    await save(user, { 'profile.note': note, 'profile.role': 'Clerk' })
    const overtaken = save(user, { 'profile.note': 'Mine' }, shown)
    await expect(overtaken).rejects.toMatchObject({
      fields: { [settingAt(shown, 'profile.note').name]: { values: { now: note } } },
    })
    expect(await sent()).toEqual([])
    await save(user, { 'profile.title': 'Boss' }, shown)
    expect(await sent()).toEqual([{ method: 'PATCH', body: { data: { profile: { title: 'Boss' } } } }])
    const told = await overtaken.catch((error: unknown) => error)
    const was = Object(told).was
    expect(await save(user, { 'profile.note': 'Mine' }, { ...shown, draft: { ...shown.draft, was } })).toBe(
      true,
    )
  })

  test('a change of settings is put back from the trail, unless the same changed since', async () => {
    const user = await person()
    const plan = '{"b": {"suffix": "2", "prefix": "1"}, "a": {"prefix": "0"}}'
    await save(user, { 'media.fax_option': 'true', call_restriction: 'b: deny\na: deny' })
    await save(user, { 'media.fax_option': 'false', call_restriction: 'c: deny\nb: deny', dial_plan: plan })
    const [event] = await auditEventsOf(world.tenant.id, { limit: 1 })
    const place = await planUndo(viewer, event?.event ?? '')
    expect(place).toMatchObject({ open: true })
    await undo(viewer, event?.event ?? '')
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
    const after = await findSettings(viewer, 'user', user)
    expect(settingAt(after, 'call_restriction').value).toBe('a: deny\nb: deny')
    await expect(undo(viewer, event?.event ?? '')).rejects.toBeInstanceOf(Rejected)
  })

  test('a secret goes in, is never told, and can be removed', async () => {
    const user = await person()
    const before = settingAt(await findSettings(viewer, 'user', user), 'lab.door_pin')
    expect(before).toMatchObject({ kind: 'secret', set: false, removal: null })
    const secrets = { [before.name]: seal<'password'>('40961638') }
    expect(await editSettings(viewer, 'user', user, { typed: {}, secrets, was: null })).toBe(true)
    const place = await findSettings(viewer, 'user', user)
    const pin = settingAt(place, 'lab.door_pin')
    expect(pin).toMatchObject({ value: '', set: true })
    const events = await auditEventsOf(world.tenant.id, { limit: 2 })
    expect(events[0]).toMatchObject({ after: { 'lab.door_pin': 'changed' } })
    expect(inspect([place, events], { depth: 12 })).not.toContain('40961638')
    await expect(
      editSettings(viewer, 'user', user, { typed: {}, secrets: { [pin.name]: seal('4') }, was: null }),
    ).rejects.toMatchObject({
      fields: { [pin.name]: { sentence: 'said.refused.short', values: { bound: 4 } } },
    })
    const typed = { [pin.removal ?? '']: 'on' }
    await world.simulator.clearRequests()
    expect(await editSettings(viewer, 'user', user, { typed, secrets: {}, was: null })).toBe(true)
    expect(await sent()).toEqual([{ method: 'PATCH', body: { data: { lab: { door_pin: null } } } }])
    expect(settingAt(await findSettings(viewer, 'user', user), 'lab.door_pin').set).toBe(false)
  })

  test('an id of something in Kazoo is not shown, not even inside something longer; it can only be removed', async () => {
    const user = await person()
    const id = 'c0ffee'.repeat(6).slice(0, 32)
    const at = await settingsRef(viewer, 'user', user)
    const change = {
      music_on_hold: { media_id: `/${id}/hold` },
      directories: { [id]: id },
      profile: { note: `see ${id}`, role: 'Clerk' },
    }
    await patchSettings(grantOf(viewer).kazoo, at, change, {})
    const place = await findSettings(viewer, 'user', user)
    expect(JSON.stringify(place)).not.toContain(id)
    for (const path of ['music_on_hold.media_id', 'directories', 'profile.note'])
      expect(settingAt(place, path)).toMatchObject({ kind: 'held', set: true, value: '' })
    expect(settingAt(place, 'profile.role').value).toBe('Clerk')
    const { name, removal } = settingAt(place, 'music_on_hold.media_id')
    const typed = { [name]: 'something else', [removal ?? '']: 'on' }
    await world.simulator.clearRequests()
    expect(await editSettings(viewer, 'user', user, { typed, secrets: {}, was: place.draft.was })).toBe(true)
    expect(await sent()).toEqual([{ method: 'PATCH', body: { data: { music_on_hold: { media_id: null } } } }])
  })

  test('a phone has its settings in the same way, its headers by either of two schemas', async () => {
    const device = await createDevice(viewer, account, { ...PHONE, name: 'Lab phone' })
    const headers = 'sip.custom_sip_headers'
    await save(device, { 'sip.expire_seconds': '600', [headers]: 'X-Floor: 3' }, undefined, 'device')
    expect(await sent()).toEqual([
      {
        method: 'PATCH',
        body: { data: { sip: { expire_seconds: 600, custom_sip_headers: { 'X-Floor': '3' } } } },
      },
    ])
    const at = await settingsRef(viewer, 'device', device)
    const inAndOut = { sip: { custom_sip_headers: { 'X-Floor': null, in: { 'X-Wing': 'B' } } } }
    await patchSettings(grantOf(viewer).kazoo, at, inAndOut, {})
    const place = await findSettings(viewer, 'device', device)
    expect(settingAt(place, `${headers}.in`)).toMatchObject({ kind: 'map', value: 'X-Wing: B' })
    expect(settingAt(place, `${headers}.out`)).toMatchObject({ kind: 'map', set: false })
    const [event] = await auditEventsOf(world.tenant.id, { limit: 1 })
    expect(event).toMatchObject({
      verb: 'device.edit',
      before: { 'sip.expire_seconds': '300', [headers]: '' },
    })
  })

  test('who may only look is refused, and an id of another session is nothing', async () => {
    const user = await person()
    const onlooker = await world.viewer('viewer')
    await world.simulator.clearRequests()
    const nothing = { typed: {}, secrets: {}, was: null }
    await expect(editSettings(onlooker, 'user', user, nothing)).rejects.toBeInstanceOf(Forbidden)
    await expect(findSettings(onlooker, 'user', user)).rejects.toBeInstanceOf(NotFound)
    await expect(findSettings(viewer, 'device', user)).rejects.toBeInstanceOf(NotFound)
    expect(await world.simulator.requests()).toEqual([])
  })
}

const PHONE = {
  type: 'sip_device',
  macAddress: '',
  owner: '',
  sipUsername: '',
  sipPassword: null,
  forwardNumber: '',
}
/** What no Kazoo has yet. */
const LAB = {
  type: 'object',
  properties: {
    code: { type: 'string', pattern: '^[a-z]+$', description: 'Of the <b>lab</b>' },
    door_pin: { type: 'string', minLength: 4 },
  },
}

/** Every property of a schema that has none below it, read anew from the simulator and without our reading of it. */
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
