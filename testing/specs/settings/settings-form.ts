// A Kazoo with a setting that no other has, and its form filled in as a browser would.
import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { KazooVersion } from '../../../scripts/services/simulator.ts'
import { forgetSchemas } from '../../../lib/kazoo/schemas.ts'
import { unseal } from '../../../lib/sealed.ts'
import { resolve } from '../../../lib/session/proxy-ids.ts'
import type { Viewer } from '../../../lib/session/viewer.ts'
import type { Setting, SettingsPageData } from '../../../lib/views/schema-form.ts'
import { findRoot } from '../../../lib/domain/account/branch.ts'
import { openWorld, type TestWorld } from '../../world.ts'
import { createUser } from '../../../lib/domain/user/create.ts'
import { editSettings } from '../../../lib/domain/schema/edit.ts'
import { findSettings } from '../../../lib/domain/schema/find.ts'
import type { Noun } from '../../../lib/domain/schema/nouns.ts'

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
/** A setting that no real Kazoo has. */
const LAB = {
  type: 'object',
  properties: {
    code: { type: 'string', pattern: '^[a-z]+$', description: 'Of the <b>lab</b>' },
    door_pin: { type: 'string', minLength: 4 },
  },
}

/** A field of the form by Kazoo's own name. */
export function settingAt({ draft }: SettingsPageData, path: string): Setting {
  const setting = draft.groups.flatMap(({ settings }) => settings).find((each) => each.path === path)
  if (setting === undefined) throw new Error(`there is no field for ${path}`)
  return setting
}

/** The shared set-up of the settings specs. */
export type SettingsForm = ReturnType<typeof openSettings>

/** Opens a world for the following tests; `world`, `viewer` and `account` are set once a test runs. */
export function openSettings(kazoo: KazooVersion) {
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

  /** Saves as a form with current initial values would: texts and checkboxes by Kazoo's own names. */
  async function save(
    id: string,
    texts: Record<string, string>,
    shown?: SettingsPageData,
    noun: Noun = 'user',
  ) {
    const page = shown ?? (await findSettings(viewer, noun, id))
    const all = page.draft.groups.flatMap(({ settings }) => settings)
    const typed = Object.fromEntries(all.map(({ name, value }) => [name, value.replaceAll('\n', '\r\n')]))
    for (const [path, text] of Object.entries(texts)) typed[settingAt(page, path).name] = text
    await world.simulator.clearRequests()
    return editSettings(viewer, noun, id, { typed, secrets: {}, initialValues: page.draft.initialValues })
  }

  async function sent(): Promise<unknown[]> {
    return (await world.writes()).map(({ method, body }) => ({ method, body }))
  }

  /** Sends a request to Kazoo itself, bypassing our rules. */
  async function askKazoo(method: 'PATCH', path: string, data: object): Promise<void> {
    const answer = await fetch(`${world.simulator.url}/v2/accounts/${path}`, {
      method,
      headers: { 'content-type': 'application/json', 'x-auth-token': unseal(viewer.session.token) },
      body: JSON.stringify({ data }),
    })
    if (!answer.ok) throw new Error(await answer.text())
  }

  async function idsOf(device: string): Promise<{ accountId: string; deviceId: string }> {
    const ref = await resolve(viewer.session, 'device', device)
    return { accountId: unseal(ref.account), deviceId: unseal(ref.device) }
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
    person,
    save,
    sent,
    askKazoo,
    idsOf,
  }
}
