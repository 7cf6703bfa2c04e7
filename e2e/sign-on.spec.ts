import { startIdentityProvider } from '../scripts/services/identity-provider.ts'
import { startNameServer } from '../scripts/services/name-server.ts'
import { expect, signIn, test } from './fixtures.ts'
import { faults } from './support/axe.ts'
import { addMember } from './support/records.ts'
import { sendSignIn } from './support/visits.ts'

test('an owner sets up single sign-on, tests and requires it; a member can then sign in only with it', async ({
  browser,
  world: main,
}) => {
  test.setTimeout(240_000)
  const [provider, dns] = await Promise.all([startIdentityProvider(), startNameServer()])
  const world = await main.beside({
    OIDC_ALLOWED_ORIGINS: `${provider.url}=127.0.0.0/8`,
    DNS_SERVERS: dns.address,
  })
  try {
    const page = await (await browser.newContext({ baseURL: world.origin })).newPage()
    const refused: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') refused.push(message.text())
    })
    await signIn(page, world)
    await page.goto('/connection')
    await page.getByRole('link', { name: 'Single sign-on', exact: true }).click()
    await expect(page.getByText('Not set up')).toBeVisible()
    expect(await faults(page), 'nothing set').toEqual([])
    const callback = page.getByText('/api/auth/callback/')
    provider.admit((await callback.textContent()) ?? '')

    await page.locator('[name=issuer]').fill('https://10.0.0.1')
    await page.locator('[name=clientId]').fill(provider.client.id)
    await page.locator('[name=clientSecret]').fill(provider.client.secret)
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(
      page.getByText('No supported identity provider was found for this issuer').first(),
    ).toBeVisible()
    expect(await faults(page), 'refused').toEqual([])
    await page.locator('[name=issuer]').fill(provider.url)
    await page.locator('[name=clientSecret]').fill(provider.client.secret)
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Provider saved.')).toBeVisible()
    await expect(page.getByText('No e-mail domain is verified')).toBeVisible()

    const domain = world.owner.email.split('@')[1] ?? ''
    await expect(page.getByRole('textbox', { name: 'E-mail domain' })).toHaveValue(domain)
    await page.getByRole('button', { name: 'Add domain' }).click()
    await expect(page.getByText('E-mail domain added.')).toBeVisible()
    const record = `_portal-proof.${domain}`
    const proof = (await page.getByText(/^portal-proof=/).textContent()) ?? ''
    dns.zones[record] = { TXT: ['portal-proof=mistyped'] }
    await page.getByRole('button', { name: `Check now: ${domain}` }).click()
    await expect(page.getByText('E-mail domain not verified yet.')).toBeVisible()
    await expect(page.getByText('portal-proof=mistyped')).toBeVisible()
    expect(await faults(page), 'not proved').toEqual([])
    dns.zones[record] = { TXT: [proof] }
    await page.getByRole('button', { name: `Check now: ${domain}` }).click()
    await expect(page.getByText('E-mail domain verified.')).toBeVisible({ timeout: 15_000 })

    provider.person = { sub: 'owner', email: 'somebody@elsewhere.example', email_verified: true }
    await page.getByRole('button', { name: 'Test sign-in' }).click()
    await expect(page.getByText('the address isn’t in any of your verified e-mail domains.')).toBeVisible()
    provider.person = { sub: 'owner', email: world.owner.email, email_verified: true }
    await page.getByRole('button', { name: 'Test sign-in' }).click()
    await expect(page.getByText('Test passed.')).toBeVisible()
    expect(await page.content()).not.toContain(provider.client.secret)
    await page.getByRole('button', { name: 'Trust this provider' }).click()
    await expect(page.getByText('You trust this provider')).toBeVisible()
    await page.getByRole('button', { name: 'Stop trusting it' }).click()
    await expect(page.getByText('The provider must confirm again')).toBeVisible()
    await page.getByRole('button', { name: 'Require single sign-on' }).click()
    await expect(page.getByText('Single sign-on is now required.')).toBeVisible()
    expect(await faults(page), 'required').toEqual([])
    expect(refused).toEqual([])

    const colleague = await addMember(world, 'viewer', 'Mara Colleague')
    const memberPage = await (await browser.newContext({ baseURL: world.origin })).newPage()
    await memberPage.goto('/sign-in')
    await sendSignIn(memberPage, colleague)
    await expect(memberPage.getByText('Your team requires single sign-on.').first()).toBeVisible()
    await memberPage.getByRole('link', { name: 'Sign in with SSO' }).click()
    await memberPage.waitForURL('**/sign-on')
    await memberPage.getByLabel('E-mail').fill('somebody@elsewhere.example')
    await memberPage.getByRole('button', { name: 'Continue' }).click()
    await expect(
      memberPage.getByText('Single sign-on isn’t available for this e-mail domain.').first(),
    ).toBeVisible()
    expect(await faults(memberPage), 'start').toEqual([])
    provider.person = {
      sub: 'new',
      email: `new@${world.owner.email.split('@')[1]}`,
      email_verified: true,
      name: 'Nina New',
    }
    await memberPage.getByLabel('E-mail').fill(provider.person.email ?? '')
    await memberPage.getByRole('button', { name: 'Continue' }).click()
    await expect(memberPage.getByRole('button', { name: 'Nina New' })).toBeVisible()
    expect(new URL(memberPage.url()).pathname + new URL(memberPage.url()).search).toBe('/')
    await memberPage.goto('/connection/sign-on')
    await expect(
      memberPage.getByText('Your role doesn’t allow this. Ask an owner of your team.'),
    ).toBeVisible()

    // An unsolicited answer, and no script.
    await memberPage.context().clearCookies()
    await memberPage.goto(`${(await callback.textContent()) ?? ''}?code=x&state=y`)
    await expect(memberPage.getByText('Single sign-on failed.').first()).toBeVisible()

    await page.getByRole('button', { name: `Remove ${domain}` }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
    await expect(page.getByText('E-mail domain removed.')).toBeVisible()
    await page.getByRole('button', { name: 'Remove', exact: true }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
    await expect(page.getByText('Single sign-on removed.')).toBeVisible()
  } finally {
    await world.stop()
    await Promise.all([provider.stop(), dns.stop()])
  }
})
