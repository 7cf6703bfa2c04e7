// Keeps sessions between tests, as if a tab had stayed open: most tests are not about signing in.
import type { Cookie, Page } from '@playwright/test'
import type { TestEnvironment } from './test-environment.ts'

export type Login = { email: string; password: string }

/** How long a session is reused, in ms: well within the ten minutes of a proof. */
const REUSE_MS = 4 * 60_000

/** What a browser that signed in before sends: its session, and its time zone. */
const KEPT = /portal$|^zone$/

type Visit = { cookies: Cookie[]; began: number }
const visitsByWorld = new WeakMap<TestEnvironment, Map<string, Visit>>()

/** Types e-mail and password into the sign-in form. */
export async function fillSignIn(page: Page, who: Login): Promise<void> {
  await page.getByLabel('E-mail').fill(who.email)
  await page.getByLabel('Password', { exact: true }).fill(who.password)
}

/** Fills the sign-in form and sends it. */
export async function sendSignIn(page: Page, who: Login): Promise<void> {
  await fillSignIn(page, who)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** Signs in the owner (or `who`) by the form, and waits for the first page. */
export async function signIn(page: Page, world: TestEnvironment, who: Login = world.owner): Promise<void> {
  await page.goto('/sign-in')
  await sendSignIn(page, who)
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

/**
 * Signs in: by the session of an earlier test while it lives, else by the form. The page has yet to go
 * somewhere. Not for tests of sessions themselves.
 */
export async function resumeSession(
  page: Page,
  world: TestEnvironment,
  who: Login = world.owner,
): Promise<void> {
  const visits = visitsByWorld.get(world) ?? new Map<string, Visit>()
  visitsByWorld.set(world, visits)
  const last = visits.get(who.email)
  if (last !== undefined && Date.now() - last.began < REUSE_MS) {
    await page.context().addCookies(last.cookies)
    const answer = await page.request.get('/', { maxRedirects: 0 })
    if (!answer.headers()['location']?.includes('/sign-in')) return
    await page.context().clearCookies()
  }
  await signIn(page, world, who)
  // Stored when React takes the page over; without it the first page of every test would be refreshed.
  await page.waitForFunction(() => /(^|; )zone=/.test(document.cookie))
  const cookies = (await page.context().cookies()).filter(({ name }) => KEPT.test(name))
  if (cookies.length > 0) visits.set(who.email, { cookies, began: Date.now() })
}

/** The same, and opens the first page. */
export async function visitSignedIn(page: Page, world: TestEnvironment, who?: Login): Promise<void> {
  await resumeSession(page, world, who)
  await page.goto('/')
}

/** Makes the next test sign in again, because the state of the session was changed in the store. */
export function forgetVisits(world: TestEnvironment): void {
  visitsByWorld.delete(world)
}
