import { hash } from 'node:crypto'
import { expect, test } from 'vitest'
import { at, text, type JsonObject } from '../json.ts'
import type { Doc, World } from '../store.ts'
import { demoWorld } from './demo.ts'
import { emptyWorld } from './empty.ts'
import { largeWorld } from './large.ts'
import { makeWorld, worldNames } from './world.ts'

const options = { seed: 'worlds', now: Date.UTC(2026, 10, 22) }

function accountsOf(world: World): Doc[] {
  return Array.from(world.accounts(), ({ id }) => world.account(id))
}

function treeOf(doc: Doc): readonly unknown[] {
  const tree = doc['pvt_tree']
  return Array.isArray(tree) ? tree : []
}

function person(world: World, privilege: string) {
  const found = world.people.find((login) => login.privilege === privilege)
  if (!found) throw new Error(`nobody is ${privilege}`)
  return found
}

function contents(world: World, accountId: string): unknown[] {
  return [...world.documents(accountId), ...world.registrations(accountId)]
}

/** The values of all documents under the key, one a line. */
function names(docs: readonly JsonObject[], key: string): string {
  return docs.map((doc) => text(doc, key) ?? '').join('\n')
}

/** Every document of an account, by type. */
function typed(world: World, accountId: string): Partial<Record<string, Doc[]>> {
  return Object.groupBy(world.documents(accountId), (doc) => text(doc, 'pvt_type') ?? '')
}

test.each(worldNames)('%s: the same seed makes the same world, in whatever order it is read', (name) => {
  const [one, other] = [makeWorld(name, options), makeWorld(name, options)]
  expect(one.people).toEqual(other.people)
  expect(Array.from(one.accounts(), ({ id }) => id)).toEqual(Array.from(other.accounts(), ({ id }) => id))
  const some = one.people.map(({ accountId }) => accountId)
  for (const id of some.slice(-3)) contents(other, id)
  for (const id of some.slice(0, 3)) expect(contents(one, id)).toEqual(contents(other, id))
})

test.each(worldNames)('%s: another seed makes other ids and secrets', (name) => {
  const identity = (seed: string) => {
    const world = makeWorld(name, { ...options, seed })
    const [login] = world.people
    return { account: login?.accountId, user: login?.userId, key: login?.apiKey }
  }
  const [one, other] = [identity('a'), identity('b')]
  expect(one.account).not.toBe(other.account)
  expect(one.user).not.toBe(other.user)
  expect(one.key).not.toBe(other.key)
})

test.each(worldNames)('%s: every user can sign in with the documented credentials', (name) => {
  const world = makeWorld(name, options)
  for (const {
    accountId,
    accountName,
    realm,
    userId,
    username,
    password,
    privilege,
    apiKey,
  } of world.people) {
    expect(world.account(accountId)).toMatchObject({ name: accountName, realm, pvt_api_key: apiKey })
    const user = [...world.documents(accountId)].find((doc) => doc['_id'] === userId)
    expect(user).toMatchObject({
      username,
      pvt_md5_auth: hash('md5', `${username}:${password}`, 'hex'),
      pvt_sha1_auth: hash('sha1', `${username}:${password}`, 'hex'),
      priv_level: privilege.endsWith('admin') ? 'admin' : 'user',
      enabled: privilege !== 'disabled user',
    })
  }
})

test('empty is the master account that the recordings begin with', () => {
  const world = emptyWorld(options)
  expect(accountsOf(world)).toMatchObject([
    { name: 'master', realm: 'master.kz.test', pvt_superduper_admin: true, pvt_tree: [] },
  ])
  expect(world.people).toMatchObject([{ username: 'admin', password: 'MasterPass1!' }])
  expect([...world.documents(world.people[0]?.accountId ?? '')]).toHaveLength(1)
})

test('demo: 300 accounts in four levels, 4,000 devices and 2,500 people below the reseller', () => {
  const world = demoWorld(options)
  const reseller = person(world, 'reseller admin').accountId
  const ours = accountsOf(world).filter((doc) => doc['_id'] === reseller || treeOf(doc).includes(reseller))
  const levels = Object.groupBy(ours, (doc) => treeOf(doc).length)
  expect(Object.entries(levels).map(([level, docs]) => [level, docs?.length])).toEqual([
    ['1', 1],
    ['2', 64],
    ['3', 118],
    ['4', 82],
    ['5', 36],
  ])
  const counts = { device: 0, user: 0 }
  for (const doc of ours) {
    const { device = [], user = [] } = typed(world, text(doc, '_id') ?? '')
    counts.device += device.length
    counts.user += user.length
  }
  expect(counts).toEqual({ device: 4000, user: 2500 })
  expect(typed(world, person(world, 'big customer admin').accountId)['device']).toHaveLength(2000)
})

test('demo: there are other resellers, which the reseller must never see', () => {
  const world = demoWorld(options)
  const reseller = person(world, 'reseller admin').accountId
  const rival = person(world, 'sibling customer admin').accountId
  const doc = accountsOf(world).find((account) => account['_id'] === rival)
  expect(treeOf(doc ?? {})).not.toContain(reseller)
  expect(typed(world, rival)['device']?.length).toBeGreaterThan(0)
})

test('demo: one account is on trial, one trial is over, some accounts are disabled, some are resellers', () => {
  const world = demoWorld(options)
  const accounts = new Map(accountsOf(world).map((doc) => [doc['_id'], doc]))
  const gregorian = Math.floor(options.now / 1000) + 62_167_219_200
  const trial = accounts.get(person(world, 'trial account admin').accountId)
  const expired = accounts.get(person(world, 'expired account admin').accountId)
  expect(trial?.['pvt_trial_expires']).toBeGreaterThan(gregorian)
  expect(expired?.['pvt_trial_expires']).toBeLessThan(gregorian)
  expect(accounts.get(person(world, 'disabled account admin').accountId)).toMatchObject({
    pvt_enabled: false,
  })
  const all = [...accounts.values()]
  expect(all.filter((doc) => doc['pvt_enabled'] === false).length).toBeGreaterThan(5)
  expect(all.filter((doc) => doc['pvt_reseller'] === true).length).toBeGreaterThan(6)
})

test('demo: accounts, devices and people have names that a careless portal would choke on', () => {
  const world = demoWorld(options)
  const accounts = accountsOf(world)
  const documents = accounts.flatMap((doc) => [...world.documents(text(doc, '_id') ?? '')])
  const devices = documents.filter((doc) => doc['pvt_type'] === 'device')
  for (const joined of [names(accounts, 'name'), names(devices, 'name')]) {
    expect(joined).toMatch(/<script>/)
    expect(joined).toMatch(/\p{Extended_Pictographic}/u)
    expect(joined).toMatch(/\p{Script=Arabic}/u)
    expect(joined).toMatch(/\u202E/)
    expect(joined).toMatch(/^[=+@-]/m)
    expect(joined).toMatch(/^.{100,128}$/mu)
  }
  const people = documents.filter((doc) => doc['pvt_type'] === 'user')
  for (const script of ['Cyrillic', 'Greek', 'Han', 'Hebrew', 'Arabic', 'Devanagari', 'Hiragana'])
    expect(names(people, 'first_name')).toMatch(new RegExp(`\\p{Script=${script}}`, 'u'))
})

/** Characters other than letters, digits and the signs in names of companies and phones. */
const SURPRISING = /[^\p{L}\p{M}\p{N}\p{Pd} .,&+'’«»()/]|^[^\p{L}\p{N}]/u

test('demo: only the test lab has hostile names, and it is the last by name, so that customers are seen first', () => {
  const world = demoWorld(options)
  const accounts = accountsOf(world)
  const reseller = person(world, 'reseller admin').accountId
  const lab = accounts.find((doc) => doc['name'] === 'Zz Test Lab')
  const first = accounts
    .filter((doc) => treeOf(doc).at(-1) === reseller)
    .map((doc) => text(doc, 'name') ?? '')
  expect(first.toSorted(new Intl.Collator('en').compare).at(-1)).toBe('Zz Test Lab')
  const believable = accounts.filter((doc) => doc !== lab && !treeOf(doc).includes(lab?.['_id']))
  expect(believable.length).toBeGreaterThan(250)
  const surprising = believable.flatMap((account) => {
    const { device = [], user = [] } = typed(world, text(account, '_id') ?? '')
    const all = [account, ...device].map((doc) => text(doc, 'name') ?? '')
    const people = user.map((doc) => `${text(doc, 'first_name')} ${text(doc, 'last_name')}`)
    return [...all, ...people].filter((name) => SURPRISING.test(name))
  })
  expect(surprising).toEqual([])
})

test.each(['demo', 'large'] as const)('%s: contains nothing that Kazoo would have refused', (name) => {
  const world = makeWorld(name, options)
  const accounts = [...world.accounts()]
  const seen = new Set<string>()
  const wrong: string[] = []
  const check = (what: string, value: string, pattern: RegExp, unique: string | undefined) => {
    if (!pattern.test(value)) wrong.push(`${what} ${value}`)
    if (unique !== undefined && seen.has(`${what} ${unique}`)) wrong.push(`${what} ${unique} twice`)
    seen.add(`${what} ${unique}`)
  }
  for (const { id, name: called, realm } of accounts) {
    check('account', id, /^[0-9a-f]{32}$/, id)
    check('name', called, /^.{1,128}$/su, called.toLowerCase().replaceAll(/[^a-z0-9]/g, ''))
    check('realm', realm, /^[.\w-]{4,253}$/, realm)
  }
  const some =
    accounts.length < 1000 ? accounts.map(({ id }) => id) : world.people.map(({ accountId }) => accountId)
  for (const account of new Set(some))
    for (const doc of world.documents(account)) {
      const [id, username, mac] = [text(doc, '_id') ?? '', text(doc, 'username'), text(doc, 'mac_address')]
      if (doc['pvt_type'] === 'number') check(`${account} number`, id, /^\+\d{10,13}$/, id)
      else check('document', id, /^[0-9a-f]{32}$/, id)
      if (username !== undefined) check(`${account} user`, username, /^[+@.\w-]{1,256}$/, username)
      if (mac !== undefined) check(`${account} mac`, mac, /^[0-9a-f]{12}$/, mac)
      check('name', text(doc, 'name') ?? text(doc, 'last_name') ?? id, /^.{1,128}$/su, undefined)
    }
  expect(wrong).toEqual([])
})

test('phones are of real makes, most are registered, some are offline or disabled', () => {
  const world = demoWorld(options)
  const clinic = person(world, 'big customer admin').accountId
  const devices = typed(world, clinic)['device'] ?? []
  const registered = new Map(Array.from(world.registrations(clinic), (each) => [each.deviceId, each]))
  expect(registered.size / devices.length).toBeGreaterThan(0.6)
  expect(registered.size / devices.length).toBeLessThan(0.95)
  expect(devices.filter((doc) => doc['enabled'] === false).length).toBeGreaterThan(50)
  const yealinks = devices.filter((doc) => at(doc, ['provision', 'endpoint_brand']) === 'yealink')
  expect(yealinks.length).toBeGreaterThan(100)
  for (const doc of yealinks) {
    expect(text(doc, 'mac_address')).toMatch(/^(805ec0|001565|805e0c|249ad8)/)
    const registration = registered.get(text(doc, '_id') ?? '')
    if (registration) expect(registration.userAgent).toMatch(/^Yealink /)
  }
  for (const doc of devices.filter((each) => each['enabled'] === false))
    expect(registered.has(text(doc, '_id') ?? '')).toBe(false)
  for (const key of ['call_forward', 'caller_id', 'hotdesk'])
    expect(devices.filter((doc) => doc[key] !== undefined).length).toBeGreaterThan(20)
})

test('large: 50,000 accounts in five levels below the reseller, and the large ones among them', () => {
  const world = largeWorld(options)
  const reseller = person(world, 'reseller admin').accountId
  const levels: number[] = []
  const children = new Map<string, number>()
  for (const { tree } of world.accounts()) {
    if (tree.includes(reseller)) levels[tree.length - 2] = (levels[tree.length - 2] ?? 0) + 1
    const parent = tree.at(-1) ?? ''
    children.set(parent, (children.get(parent) ?? 0) + 1)
  }
  expect(levels).toEqual([400, 4600, 15_000, 20_000, 10_000])
  expect(children.get(person(world, 'chain admin').accountId)).toBeGreaterThan(500)
  expect(typed(world, person(world, 'campus admin').accountId)['device']).toHaveLength(20_000)
  expect(typed(world, person(world, 'village admin').accountId)['device']).toHaveLength(2000)
})
