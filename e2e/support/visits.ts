// Who has signed in once comes back by their cookie, as a person does who left a tab open: most tests are not
// about signing in.
import type { Cookie, Page } from '@playwright/test'
import type { TestEnvironment } from './test-environment.ts'

export type Who = { email: string; password: string }

/** For how long somebody may come back, in ms: well within the ten minutes in which a proof counts. */
const SOON = 4 * 60_000

type Visit = { cookie: Cookie; began: number }
const begun = new WeakMap<TestEnvironment, Map<string, Visit>>()

/** Types e-mail and password into the sign-in form as it stands. */
export async function fillSignIn(page: Page, who: Who): Promise<void> {
  await page.getByLabel('E-mail').fill(who.email)
  await page.getByLabel('Password', { exact: true }).fill(who.password)
}

/** Fills the sign-in form and sends it. */
export async function sendSignIn(page: Page, who: Who): Promise<void> {
  await fillSignIn(page, who)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** Signs the owner (or `who`) in by the form, as a person would, and waits until they are at home. */
export async function signIn(page: Page, world: TestEnvironment, who: Who = world.owner): Promise<void> {
  await page.goto('/sign-in')
  await sendSignIn(page, who)
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

/**
 * At home and signed in: by the session of a test before this one while it lives, else by the form. Not for
 * tests of sessions themselves.
 */
export async function visitSignedIn(
  page: Page,
  world: TestEnvironment,
  who: Who = world.owner,
): Promise<void> {
  const visits = begun.get(world) ?? new Map<string, Visit>()
  begun.set(world, visits)
  const last = visits.get(who.email)
  if (last !== undefined && Date.now() - last.began < SOON) {
    await page.context().addCookies([last.cookie])
    await page.goto('/')
    if (new URL(page.url()).pathname !== '/sign-in') return
    await page.context().clearCookies()
  }
  await signIn(page, world, who)
  const cookie = (await page.context().cookies()).find(({ name }) => name.endsWith('portal'))
  if (cookie !== undefined) visits.set(who.email, { cookie, began: Date.now() })
}

/** Lets the next test sign in anew: what a session knows has been changed behind its back. */
export function forgetVisits(world: TestEnvironment): void {
  begun.delete(world)
}
