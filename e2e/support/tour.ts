// Opens every page and form of the portal, with valid and invalid input, so that a caller can inspect the
// responses.
import type { Page } from '@playwright/test'
import type { Recorder } from './recorder.ts'
import type { TestEnvironment } from './test-environment.ts'
import { addAccount, renameAccount } from './tour/account.ts'
import { addDomains, changeBrand } from './tour/brand.ts'
import { tryConnections } from './tour/connection.ts'
import { addDevice, changeDevice } from './tour/device.ts'
import { leave } from './tour/frame.ts'
import { visitTeam, openProfile } from './tour/members.ts'
import { visitUsers } from './tour/users.ts'
import { readAuditLog } from './tour/audit-log.ts'
import { visitTree } from './tour/tree.ts'
import { visitFailures } from './tour/outages.ts'
import { startWalk } from './tour/walk.ts'

/** Returns the SIP password that was revealed, or null without script. */
export async function tour(
  page: Page,
  world: TestEnvironment,
  recorder: Recorder,
  script: boolean,
): Promise<string | null> {
  const walk = startWalk(page, world, recorder, script)
  const { account, device } = await visitTree(walk)
  const revealed = await changeDevice(walk, device)
  await renameAccount(walk, account)
  await addDevice(walk, account)
  await visitUsers(walk, account)
  await addAccount(walk, account)
  await tryConnections(walk)
  await openProfile(walk)
  await visitTeam(walk)
  await changeBrand(walk)
  await addDomains(walk)
  await readAuditLog(walk)
  await visitFailures(walk, account, device)
  await leave(walk, account)
  return revealed
}
