// Plants documents in a Kazoo, and compares what a form makes of them with what a bare PATCH makes of them.
import { afterAll, beforeAll, expect } from 'vitest'
import type { KazooVersion } from '../../../scripts/services/simulator.ts'
import { isObject, type Json, type JsonObject } from '../../../simulator/json.ts'
import { forgetSchemas } from '../../../lib/kazoo/schemas.ts'
import { Rejected } from '../../../lib/errors.ts'
import type { LocalizedMessage } from '../../../lib/i18n/message-key.ts'
import { unseal } from '../../../lib/sealed.ts'
import { resolve } from '../../../lib/session/proxy-ids.ts'
import type { Viewer } from '../../../lib/session/viewer.ts'
import { findRoot } from '../../../lib/domain/account/branch.ts'
import { openWorld, type TestWorld } from '../../world.ts'
import { withValues } from './awkward.ts'

/** A form, and the document that it edits. */
export type StoredForm = {
  /** `pvt_type` of the document. */
  type: 'account' | 'user' | 'device' | 'vmbox'
  id: string
  /** The path of the document below `/v2`. */
  path: string
  /** A document that Kazoo accepts. */
  base: JsonObject
  /** The change that is saved, as Kazoo gets it. */
  change: JsonObject
  /** What the page shows of each field: its text, by Kazoo's path. */
  open: () => Promise<Readonly<Record<string, string>>>
  /** Saves the change, as a browser would post the form that `open` showed. */
  save: () => Promise<boolean>
}

export type Stored = ReturnType<typeof openStored>

/** Opens a world for the following tests; everything is set once a test runs. */
export function openStored(kazoo: KazooVersion) {
  let world: TestWorld
  let viewer: Viewer
  let account: string
  let accountId: string

  beforeAll(async () => {
    world = await openWorld(kazoo)
    viewer = await world.viewer()
    account = (await findRoot(viewer)).branch.rows[0]?.id ?? ''
    accountId = unseal(await resolve(viewer.session, 'account', account))
    forgetSchemas()
  })
  afterAll(() => world.close())

  async function ask(method: 'GET' | 'PATCH', path: string, data?: JsonObject) {
    const response = await fetch(`${world.simulator.url}/v2/${path}`, {
      method,
      headers: { 'content-type': 'application/json', 'x-auth-token': unseal(viewer.session.token) },
      ...(data && { body: JSON.stringify({ data }) }),
    })
    const answer: Json = JSON.parse(await response.text())
    return { status: response.status, data: isObject(answer) ? (answer['data'] ?? null) : null }
  }

  const plant = (form: StoredForm, document: JsonObject) =>
    world.simulator.plant(accountId, form.type, { ...document, id: form.id })

  /** The document after a bare PATCH, or the paths at which Kazoo refuses it; it crashes over some values. */
  async function control(form: StoredForm, document: JsonObject) {
    await plant(form, document)
    const { status, data } = await ask('PATCH', form.path, form.change)
    const paths = status === 400 && isObject(data) ? Object.keys(data) : []
    return {
      status,
      refused: paths.map((path) => path.replaceAll('%2E', '.')),
      stored: status === 200 ? (await ask('GET', form.path)).data : null,
    }
  }

  /** Splits `paths` by what Kazoo does with a PATCH of a document with `value` there. */
  async function split(form: StoredForm, paths: readonly string[], value: Json) {
    const crashing = new Set<string>()
    const refusing = new Set<string>()
    const rest = () => paths.filter((path) => !crashing.has(path) && !refusing.has(path))
    for (;;) {
      const { status, refused } = await control(form, withValues(form.base, rest(), value))
      const before = rest().length
      if (status === 200) break
      for (const path of rest())
        if (refused.some((at) => at === path || at.startsWith(`${path}.`) || path.startsWith(`${at}.`)))
          refusing.add(path)
      if (rest().length < before) continue
      // It does not say which: each is tried alone.
      for (const path of rest()) {
        const alone = await control(form, withValues(form.base, [path], value))
        if (alone.status !== 200) (alone.status === 400 ? refusing : crashing).add(path)
      }
      if (rest().length === before) throw new Error(`${form.path}: ${status} ${refused.join()}`)
    }
    return { accepted: rest(), refused: [...refusing], crashing: [...crashing] }
  }

  /** Saves the form of a planted document; the requests that changed something, and the error. */
  async function saved(form: StoredForm, document: JsonObject) {
    await plant(form, document)
    const shown = await form.open()
    await world.simulator.clearRequests()
    const error = await form.save().then(
      () => null,
      (thrown: unknown) => thrown,
    )
    const writes = (await world.writes()).map(({ method, body }) => ({ method, body }))
    return { shown, error, writes, stored: (await ask('GET', form.path)).data }
  }

  /**
   * One value at every path: what Kazoo accepts is saved as by a bare PATCH, what it refuses is said at its
   * field or by its name, and nothing but the change is ever sent. Returns what the pages showed.
   */
  async function expectUntouched(form: StoredForm, paths: readonly string[], value: Json) {
    const { accepted, refused, crashing } = await split(form, paths, value)
    const pages: { paths: readonly string[]; shown: Readonly<Record<string, string>> }[] = []
    for (const part of [accepted, refused, crashing]) {
      if (part.length === 0) continue
      const document = withValues(form.base, part, value)
      const expected = await control(form, document)
      const { shown, error, writes, stored } = await saved(form, document)
      expect(writes).toEqual([{ method: 'PATCH', body: { data: form.change } }])
      if (part === accepted)
        expect([error, withoutTimes(stored)]).toEqual([null, withoutTimes(expected.stored)])
      if (part === refused) expectNamed(error, expected.refused, Object.keys(shown))
      if (part === crashing) expect(error).toMatchObject({ dependency: 'kazoo' })
      pages.push({ paths: part, shown })
    }
    return pages
  }

  return {
    get world() {
      return world
    },
    get viewer() {
      return viewer
    },
    get account() {
      return account
    },
    get accountId() {
      return accountId
    },
    ask,
    plant,
    saved,
    expectUntouched,
  }
}

/** A refusal has a message at the field of each path, and names at least one of the others. */
function expectNamed(refusal: unknown, paths: readonly string[], fields: readonly string[]): void {
  if (!(refusal instanceof Rejected)) throw refusal
  const [message] = Object.values(refusal.fields)
  if (paths.some((path) => fields.includes(path))) expect(keyOf(message)).toBe('messages.refused.storedValue')
  if (paths.every((path) => !fields.includes(path)))
    expect(keyOf(refusal.userMessage)).toBe('messages.refused.allAt')
}

function keyOf(message: LocalizedMessage | undefined): string | undefined {
  return typeof message === 'object' ? message.key : message
}

/** When it was changed differs, and so does a realm that Kazoo makes up where none is stored. */
function withoutTimes(doc: Json): Json {
  if (!isObject(doc)) return doc
  const { _read_only: _, ...rest } = doc
  const { realm } = rest
  const madeUp = typeof realm === 'string' && /^[0-9a-f]{6}\.sip\.2600hz\.com$/.test(realm)
  return madeUp ? { ...rest, realm: '(made up)' } : rest
}
