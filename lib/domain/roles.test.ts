// Runs every verb in every role: team, customers, and the team while impersonating. Forbidden roles are
// refused before Kazoo is asked.
import { as, openTeam, viewerIn, type Team } from '../../testing/team.ts'
import { TestBrowser } from '../../testing/browser.ts'
import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Forbidden } from '../errors.ts'
import { seal } from '../sealed.ts'
import { storeSession } from '../session/record.ts'
import type { Viewer } from '../session/viewer.ts'
import { ROLES, VERBS } from '../views/viewer.ts'
import { DOMAIN_CALLS, CREATE_ADMIN, type DomainCall } from '../../testing/domain-calls.ts'
import { COLUMNS, PERMITTED, REFUSALS, rowOf, rightsOf, type Column } from '../../testing/permissions.ts'

let team: Team
/** Runs an act as the session of a column, in a request of its own. */
const sessions = new Map<Column, (act: DomainCall) => Promise<unknown>>()

beforeAll(async () => {
  team = await openTeam()
  const [owner] = ROLES
  const signedIn = new Map<string, TestBrowser>()
  for (const role of ROLES) signedIn.set(role, await team.enter((await team.member(role)).email))
  const browser = signedIn.get(owner)
  const model = browser && (await viewerIn(browser))
  if (browser === undefined || !model) throw new Error('no owner is signed in')
  for (const column of COLUMNS) {
    const own = column.rights.impersonating === null ? signedIn.get(column.rights.role) : undefined
    if (own !== undefined) sessions.set(column, (act) => as(own, act))
    else {
      const viewer = await sessionOf(column, model)
      sessions.set(column, (act) => new TestBrowser().run(() => act(viewer)))
    }
  }
})
afterAll(() => team.close())

/** The session of a customer, or of a member who impersonates one, as the portal stores it. */
async function sessionOf(column: Column, { session, request }: Viewer): Promise<Viewer> {
  const { record, token } = session
  const who = { ...record, ...rightsOf(column), principal: randomUUID() }
  const self = seal<'kazoo user'>(randomBytes(16).toString('hex'))
  const idKey = seal<'id key'>(randomBytes(32).toString('base64url'))
  const id = randomBytes(32).toString('base64url')
  return { session: await storeSession(id, { ...who, self }, idKey, token), request, base: '' }
}

/** Whether the act was permitted: any other error counts as permitted. */
async function isPermitted(column: Column, act: DomainCall): Promise<boolean> {
  const run = sessions.get(column)
  if (run === undefined) throw new Error(`no session for the column ${column.at}`)
  try {
    await run(act)
    return true
  } catch (error) {
    return !(error instanceof Forbidden && REFUSALS.has(error.userMessage))
  }
}

/** Marks the requests to Kazoo of acts that should be refused, so that other requests do not matter. */
const REFUSED = 'refused'
const marked =
  (act: DomainCall): DomainCall =>
  (viewer) =>
    act({ ...viewer, request: { ...viewer.request, reference: REFUSED } })

/** The row of an act: the columns that are permitted. No request goes to Kazoo for the others. */
async function rowOfAct(act: DomainCall, expected: string): Promise<string> {
  const through: Column[] = []
  for (const column of COLUMNS)
    if (await isPermitted(column, expected[column.at] === '-' ? marked(act) : act)) through.push(column)
  const requests = await team.simulator.requests()
  expect(requests.filter(({ headers }) => headers['x-request-id'] === REFUSED)).toEqual([])
  return rowOf(through)
}

describe('security rows 3 and 26: every function of the domain', () => {
  test.each(VERBS)(
    '%s is permitted to exactly the columns of the literal table, and asks Kazoo for no other',
    async (verb) => {
      for (const act of DOMAIN_CALLS[verb]) expect(await rowOfAct(act, PERMITTED[verb])).toBe(PERMITTED[verb])
    },
  )

  test('a new user who is an admin needs both the right to create users and the right to set roles', async () => {
    const row = 'oa--A- | ---- ---- | ---- ----'
    expect(await rowOfAct(CREATE_ADMIN, row)).toBe(row)
  })
})
