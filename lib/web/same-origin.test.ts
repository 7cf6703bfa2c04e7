// Tests that a post must come from a page of ours, on the portal's own host and on a tenant's. Imported
// first, because it prepares what Next needs.
import { TestBrowser } from '../../testing/browser.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testStore } from '../../testing/store.ts'
import { Forbidden } from '../errors.ts'
import { closeDatabase } from '../store/database.ts'
import { putLiveDomain } from '../store/domains.ts'
import { newTenant } from '../../testing/new-tenant.ts'
import { requireSameOrigin } from './same-origin.ts'

beforeAll(async () => {
  await testStore({ PORTAL_ORIGIN: 'https://portal.example:8443' })
  const tenant = await newTenant()
  await putLiveDomain({ tenant, host: 'phones.acme.example' })
})
afterAll(closeDatabase)

/** A post to `host` with these headers: nothing, or the resulting error. */
function posted(host: string, origin: string | null, site: string | null): Promise<void> {
  const browser = new TestBrowser()
  browser.host = host
  browser.headers = {
    ...(origin !== null && { origin }),
    ...(site !== null && { 'sec-fetch-site': site }),
  }
  return browser.run(requireSameOrigin)
}

const OURS = ['portal.example:8443', 'phones.acme.example:8443'] as const

test.each(OURS)('security row 10: a post to %s comes from its own page or is refused', async (host) => {
  const own = `https://${host}`
  await expect(posted(host, own, 'same-origin')).resolves.toBeUndefined()
  for (const origin of [
    null,
    '',
    'null',
    'https://evil.example',
    `http://${host}`,
    `https://${host.replace(':8443', '')}`,
    `https://${host.replace(':8443', ':443')}`,
    `${own}/`,
    `${own}.evil.example`,
    `https://evil.example, ${own}`,
    own.toUpperCase(),
    ...OURS.filter((other) => other !== host).map((other) => `https://${other}`),
  ])
    await expect(posted(host, origin, 'same-origin'), String(origin)).rejects.toThrow(Forbidden)
  for (const site of [null, '', 'none', 'same-site', 'cross-site', 'same-origin, cross-site', 'Same-Origin'])
    await expect(posted(host, own, site), String(site)).rejects.toThrow(Forbidden)
})

test('security row 10: a host that is not ours has no page of its own', async () => {
  for (const host of ['evil.example', 'evil.example:8443', 'phones.acme.example', 'portal.example'])
    await expect(posted(host, `https://${host}`, 'same-origin'), host).rejects.toThrow(Forbidden)
})
