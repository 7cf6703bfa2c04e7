// Every verb of the permission table against every role: who may not is refused whatever they bring, who may is not.
import { as, openTeam, type Team } from './test-team.ts'
import type { TestBrowser } from '../session/test-browser.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Forbidden } from '../errors.ts'
import { ROLES, VERBS, type Role } from '../views/viewer.ts'
import { verbsOf } from './permission.ts'
import { ACTS, type Act } from './test-acts.ts'

let team: Team
const browsers = new Map<Role, TestBrowser>()
beforeAll(async () => {
  team = await openTeam()
  for (const role of ROLES) browsers.set(role, await team.enter((await team.member(role)).email))
})
afterAll(() => team.close())

/** How the act ended for somebody of this role: `refused` for want of the right, else `let through`. */
async function outcome(role: Role, act: Act): Promise<'refused' | 'let through'> {
  const browser = browsers.get(role)
  if (browser === undefined) throw new Error(`nobody is ${role}`)
  try {
    await as(browser, act)
    return 'let through'
  } catch (error) {
    return error instanceof Forbidden && error.said === 'said.role' ? 'refused' : 'let through'
  }
}

describe.each(ROLES)('security row 3: %s', (role) => {
  test.each(VERBS)('%s', async (verb) => {
    const wanted = verbsOf({ role, acting: null }).includes(verb) ? 'let through' : 'refused'
    for (const act of ACTS[verb]) expect(await outcome(role, act)).toBe(wanted)
  })
})
