// A brand from its draft to its pages: real Redis, real Postgres. Imported first, because it prepares what
// Next needs.
import type { TestBrowser } from '../../../testing/browser.ts'
import { as, openTeam, type Team } from '../../../testing/team.ts'
import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { Forbidden, ConflictError } from '../../errors.ts'
import { path } from '../../kazoo/client.ts'
import { seal } from '../../sealed.ts'
import { database } from '../../store/database.ts'
import { editTenant } from '../../store/tenant-state.ts'
import { createTenant } from '../../store/tenants.ts'
import type { BrandText } from '../../views/brand.ts'
import { grantOf } from '../grant.ts'
import { discardDraft, editBrand, removeImage, setImage } from './edit.ts'
import { emailThemeOf } from './email-theme.ts'
import { findBrandImage } from './image.ts'
import { publishBrand, restoreBrand } from './publish.ts'
import { findBrand, listBrandVersions } from './editor-state.ts'
import { brandThemeOf, closeThemes, siteThemeOf } from './theme.ts'
import { importWhitelabel, writeWhitelabel } from './whitelabel.ts'

let team: Team
let owner: TestBrowser
beforeAll(async () => {
  team = await openTeam()
  owner = await team.enter()
})
afterAll(async () => {
  await closeThemes()
  await team.close()
})

const image = (width = 400, height = 100) =>
  sharp({ create: { width, height, channels: 4, background: '#0b5fa5' } })
    .png()
    .toBuffer()

/** Edits these fields of the draft, as the form would. */
async function edit(change: Partial<BrandText>): Promise<boolean> {
  const { text } = await as(owner, findBrand)
  return as(owner, (viewer) => editBrand(viewer, { typed: { ...text, ...change }, initialValues: text }))
}

async function goLive(): Promise<void> {
  await editTenant(team.tenant.id, { trialEndsAt: null })
  owner = await team.enter()
}

const file = (src: string | undefined) => src?.split('/').at(-1) ?? ''

test("on trial a draft starts from the portal's own brand and is saved; nothing is published", async () => {
  expect(await as(owner, findBrand)).toMatchObject({
    text: { name: 'Harbour Telephony', primary: '#005f78', darkColours: 'calculated' },
    images: { signIn: null, header: null },
    changed: false,
    live: null,
    trial: true,
  })
  expect(await edit({ name: 'Harbour Voice', primary: '#0b3d91' })).toBe(true)
  expect(await as(owner, findBrand)).toMatchObject({ changed: true, live: null })
  expect(await edit({})).toBe(false)
  const refused = as(owner, publishBrand)
  await expect(refused).rejects.toThrow(Forbidden)
  await expect(refused).rejects.toThrow('messages.brand.trial')
  expect(await brandThemeOf(team.tenant.id)).toBeNull()
})

test("before a brand is published a tenant's own domains show its name, with the portal's own colours", async () => {
  expect(await siteThemeOf(team.tenant.id)).toMatchObject({
    name: 'Harbour Telephony',
    properties: {},
    images: { signIn: null, header: null },
  })
  expect(await siteThemeOf('00000000-0000-4000-8000-000000000000')).toBeNull()
  const sender = async (to: 'member' | 'customer') => (await emailThemeOf(team.tenant, to)).sender
  expect(await sender('customer')).toBe('Harbour Telephony')
  expect(await sender('member')).toBeNull()
})

test('two concurrent edits of the same field do not overwrite each other unseen', async () => {
  const { text } = await as(owner, findBrand)
  await edit({ supportPhone: '+49 40 123456' })
  const late = { typed: { ...text, supportPhone: '0800 1' }, initialValues: text }
  await expect(as(owner, (viewer) => editBrand(viewer, late))).rejects.toThrow(ConflictError)
})

test('a published brand shows at once, with its colours, its images and their sizes', async () => {
  await goLive()
  const bytes = await image()
  await as(owner, (viewer) => setImage(viewer, { kind: 'header', bytes, crop: null, icon: 'start' }))
  await as(owner, (viewer) => setImage(viewer, { kind: 'signIn', bytes, crop: null, icon: 'whole' }))
  await as(owner, publishBrand)
  expect(await brandThemeOf(team.tenant.id)).toMatchObject({
    name: 'Harbour Voice',
    properties: { '--accent': expect.stringMatching(/^light-dark\(#0b3d91, /) },
    images: { header: { width: 336, height: 84 }, signIn: { width: 400, height: 100 } },
    icons: { 32: expect.stringMatching(/^\/brand-images\/[0-9a-f]{64}\.png$/) },
    support: { phone: '+49 40 123456' },
  })
  expect(await siteThemeOf(team.tenant.id)).toEqual(await brandThemeOf(team.tenant.id))
  expect((await emailThemeOf(team.tenant, 'member')).sender).toBe('Harbour Voice')
  expect(await as(owner, findBrand)).toMatchObject({
    changed: false,
    live: { number: 1, by: 'Olga Owner', restores: null },
  })
  await expect(as(owner, publishBrand)).rejects.toThrow('messages.brand.same')
})

test('every version is kept, and any of them can be restored with its images', async () => {
  const first = await brandThemeOf(team.tenant.id)
  await as(owner, (viewer) => removeImage(viewer, 'header'))
  await edit({ name: 'Another name' })
  await as(owner, publishBrand)
  expect(await brandThemeOf(team.tenant.id)).toMatchObject({ name: 'Another name', icons: null })
  await as(owner, (viewer) => restoreBrand(viewer, 1))
  expect(await brandThemeOf(team.tenant.id)).toEqual(first)
  const versions = await as(owner, listBrandVersions)
  expect(versions.map(({ number, name, restores, live }) => [number, name, restores, live])).toEqual([
    [3, 'Harbour Voice', 1, true],
    [2, 'Another name', null, false],
    [1, 'Harbour Voice', null, false],
  ])
  expect((await as(owner, findBrand)).text.name).toBe('Harbour Voice')
  expect(await findBrandImage(team.tenant.id, file(first?.images.header?.src))).not.toBeNull()
  await expect(as(owner, (viewer) => restoreBrand(viewer, 77))).rejects.toThrow('messages.notFound')
})

test('discarding a draft restores the published brand', async () => {
  await edit({ name: 'A whim' })
  expect((await as(owner, findBrand)).changed).toBe(true)
  expect(await as(owner, discardDraft)).toBe(true)
  expect(await as(owner, findBrand)).toMatchObject({ changed: false, text: { name: 'Harbour Voice' } })
})

test('an image that no version shows is deleted with its last draft', async () => {
  const wide = await image(900, 100)
  await as(owner, (viewer) => setImage(viewer, { kind: 'signIn', bytes: wide, crop: null, icon: 'whole' }))
  const { images } = await as(owner, findBrand)
  expect(await findBrandImage(team.tenant.id, file(images.signIn?.src))).not.toBeNull()
  await as(owner, discardDraft)
  await as(owner, (viewer) => removeImage(viewer, 'signIn'))
  expect(await findBrandImage(team.tenant.id, file(images.signIn?.src))).toBeNull()
  await as(owner, discardDraft)
})

test('an image is served to its own tenant only', async () => {
  const stranger = await createTenant({
    name: 'Another portal',
    crossbarOrigin: team.tenant.crossbarOrigin,
    account: seal('f'.repeat(32)),
    credentials: team.credentials,
    owner: { name: 'Fia Foreign', email: 'fia@foreign.example', passwordHash: null },
  })
  const theme = await brandThemeOf(team.tenant.id)
  const own = file(theme?.images.signIn?.src)
  expect((await findBrandImage(team.tenant.id, own))?.type).toBe('image/webp')
  for (const [tenant, name] of [
    [stranger.id, own],
    [null, own],
    [team.tenant.id, `${'0'.repeat(64)}.webp`],
    [team.tenant.id, '../../etc/passwd'],
    [team.tenant.id, `${own}/..`],
  ] as const)
    expect(await findBrandImage(tenant, name), name).toBeNull()
})

test('a brand that another process publishes shows here too', async () => {
  expect((await brandThemeOf(team.tenant.id))?.name).toBe('Harbour Voice')
  const elsewhere = sql`
    insert into brand_versions (tenant, number, brand, published_by, restores)
    select tenant, 9, brand, published_by, restores from brand_versions where number = 2`
  await elsewhere.execute(database())
  expect((await brandThemeOf(team.tenant.id))?.name).toBe('Harbour Voice')
  await sql`select pg_notify('portal_brands', '')`.execute(database())
  await expect.poll(async () => (await brandThemeOf(team.tenant.id))?.name).toBe('Another name')
})

test('the audit log has every change, with the values before', async () => {
  const rows = await database()
    .selectFrom('audit_events')
    .select(['verb', 'stage', 'before', 'after'])
    .where('verb', '=', 'brand.edit')
    .where('stage', '=', 'began')
    .orderBy('id')
    .execute()
  expect(rows.length).toBeGreaterThan(8)
  expect(rows[0]).toMatchObject({
    before: { name: 'Harbour Telephony', primary: '#005f78' },
    after: { name: 'Harbour Voice', primary: '#0b3d91' },
  })
})

test('a white label of Kazoo is imported, and written back without losing its other fields', async () => {
  await expect(as(owner, importWhitelabel)).rejects.toThrow('messages.brand.noWhitelabel')
  const kazoo = await as(owner, (viewer) => Promise.resolve(grantOf(viewer)))
  const at = path`/accounts/${kazoo.granted}/whitelabel`
  const theirs = {
    company_name: 'Label Telecom',
    domain: 'portal.label.example',
    hide_powered: true,
    nav: { help: 'https://help.label.example/', learn_more: 'https://label.example/' },
    port: {
      support_email: 'ports@label.example',
      terms: 'javascript:alert(1)',
      authority: ['a@label.example'],
    },
    house_key: { of: [{ theirs: 1 }] },
  }
  await kazoo.kazoo.create(at, theirs, z.unknown())
  await as(owner, importWhitelabel)
  expect((await as(owner, findBrand)).text).toMatchObject({
    name: 'Label Telecom',
    supportEmail: 'ports@label.example',
    supportLink: 'https://help.label.example/',
    terms: '',
  })
  await expect(as(owner, importWhitelabel)).rejects.toThrow('messages.brand.nothingImported')
  await edit({ name: 'Label Voice', terms: 'https://label.example/terms' })
  await as(owner, publishBrand)
  await as(owner, writeWhitelabel)
  expect(await kazoo.kazoo.one(at, z.unknown())).toMatchObject({
    ...theirs,
    company_name: 'Label Voice',
    port: { ...theirs.port, terms: 'https://label.example/terms' },
  })
})
