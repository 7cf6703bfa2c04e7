// The customers of a reseller and their domains, shared by all specs. Imported first, because it prepares
// what Next needs.
import { TestBrowser } from '../../browser.ts'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { z } from 'zod'
import type { KazooVersion } from '../../../scripts/services/simulator.ts'
import { Rejected } from '../../../lib/errors.ts'
import { seal, unseal } from '../../../lib/sealed.ts'
import type { Viewer } from '../../../lib/session/viewer.ts'
import { putLiveDomain } from '../../../lib/store/domains.ts'
import { runJob } from '../../../lib/store/jobs.ts'
import { findRoot } from '../../../lib/domain/account/branch.ts'
import { openWorld, type TestWorld } from '../../world.ts'
import { answerCustomerReset, askForCustomerReset } from '../../../lib/domain/customer/ask-recovery.ts'
import { signInCustomer } from '../../../lib/domain/customer/sign-in.ts'

/** The domain of all customers of the reseller. */
export const ALL = 'phones.example.com:3000'
/** The domain of the bakery's users only. */
export const BAKERY_HOST = 'vogel.example.com:3000'
/** The account of most specs; its admin and a user follow. */
export const BAKERY = 'Bäckerei Vogel GmbH'
export const ADMIN = { username: 'greta.vogel', password: 'Vogel-Admin-1' }
export const USER = { username: 'hanno.vogel', password: 'Vogel-User-1' }
/** A password that the rule accepts. */
export const FRESH = 'nine quiet harbour cranes'

const Login = z.object({
  accountId: z.string(),
  userId: z.string(),
  accountName: z.string(),
  realm: z.string(),
  username: z.string(),
  password: z.string(),
  apiKey: z.string(),
})
type Login = z.output<typeof Login>
const Mail = z.object({ to: z.string(), userId: z.string(), link: z.string() })

/** The message of the refusal; any other error as it is. */
export async function message(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'nothing',
    (error: unknown) => (error instanceof Rejected ? error.userMessage : error),
  )
}

/** The account of the bakery, with the proxy ids of `viewer`. */
export async function bakeryOf(viewer: Viewer) {
  const found = (await findRoot(viewer)).branch.rows.find(({ name }) => name === BAKERY)
  if (found === undefined) throw new Error('no bakery')
  return found
}

/** The shared set-up of the customer specs. */
export type Customers = ReturnType<typeof openCustomers>

/**
 * Opens a world with the customers of one reseller for the following tests; `world` is set once a test runs.
 */
export function openCustomers(kazoo: KazooVersion) {
  let world: TestWorld
  let people: readonly Login[]
  const login = (username: string): Login => {
    const found = people.find((each) => each.username === username)
    if (found === undefined) throw new Error(`there is no user called ${username}`)
    return found
  }

  beforeAll(async () => {
    world = await openWorld(kazoo)
    const answer = await fetch(`${world.simulator.url}/_simulator/people`)
    people = z.object({ people: z.array(Login) }).parse(await answer.json()).people
    const { tenant } = world
    await putLiveDomain({ tenant: tenant.id, host: 'phones.example.com', primary: true })
    const account = { ref: seal<'kazoo account'>(login(ADMIN.username).accountId), name: BAKERY }
    await putLiveDomain({ tenant: tenant.id, host: 'vogel.example.com', account })
    for (const [mailbox, { accountId, userId }] of [
      ['8801', login(USER.username)],
      ['8802', login(ADMIN.username)],
    ] as const) {
      await askKazoo('PUT', `${accountId}/devices`, { name: `Phone ${mailbox}`, owner_id: userId })
      await askKazoo('PUT', `${accountId}/vmboxes`, { name: `Box ${mailbox}`, mailbox, owner_id: userId })
    }
  })
  afterAll(() => world.close())
  beforeEach(() => world.simulator.clearRequests())

  let clients = 0
  /** A browser at an address of its own, so that its attempts do not count for the others. */
  function browserOn(host = ALL): TestBrowser {
    clients += 1
    const browser = new TestBrowser(`198.51.100.${clients % 250}`)
    browser.host = host
    return browser
  }
  async function enter(
    who: { username: string; password: string },
    account = BAKERY,
    browser = browserOn(),
  ): Promise<TestBrowser> {
    await browser.run(() => signInCustomer({ ...who, account, password: seal(who.password) }))
    return browser
  }
  /** Sends a request to Kazoo itself, as the reseller. */
  async function askKazoo(method: 'GET' | 'PATCH' | 'PUT', path: string, data?: object): Promise<unknown> {
    const { token } = (await world.viewer()).session
    const headers = { 'content-type': 'application/json', 'x-auth-token': unseal(token) }
    const at = `${world.simulator.url}/v2/accounts/${path}`
    const body = data === undefined ? {} : { body: JSON.stringify({ data }) }
    const answer = await fetch(at, { method, headers, ...body })
    if (!answer.ok) throw new Error(await answer.text())
    return answer.json()
  }
  const patch = (who: Login, data: object) => askKazoo('PATCH', `${who.accountId}/users/${who.userId}`, data)
  const mails = async () => z.array(Mail).parse(await world.simulator.mails())
  /** Requests a recovery mail, and waits until the job has answered. */
  async function ask(account: string, username: string, host = ALL): Promise<void> {
    await browserOn(host).run(() => askForCustomerReset({ account, username }))
    while (await runJob(new Date(), (job) => answerCustomerReset(job, new Date())));
  }

  return {
    kazoo,
    get world() {
      return world
    },
    login,
    browserOn,
    enter,
    askKazoo,
    patch,
    mails,
    ask,
  }
}
