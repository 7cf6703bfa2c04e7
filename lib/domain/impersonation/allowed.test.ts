// The tenant is the master account, with the credentials of an admin user: Kazoo issues tokens for
// impersonation.
import { seal } from '../../sealed.ts'
import type { Role } from '../../views/viewer.ts'
import { findRoot } from '../account/branch.ts'
import { createAccount } from '../account/create.ts'
import { openTeam, viewerIn } from '../../../testing/team.ts'
import { describeImpersonation } from '../../../testing/specs/impersonation.ts'

describeImpersonation(true, async () => {
  const team = await openTeam()
  const viewer = async (role: Role) => {
    const found = await viewerIn(await team.enter((await team.member(role)).email))
    if (found === null) throw new Error('nobody is signed in')
    return found
  }
  const owner = await viewer('owner')
  const { root } = await findRoot(owner)
  for (const username of ['ann', 'bob']) {
    const who = { firstName: username, lastName: 'Person', email: `${username}@example.com`, username }
    const account = { name: `Customer ${username}`, realm: '', timezone: '', created: '', unconfirmed: '' }
    await createAccount(owner, root.id, { ...account, ...who, password: seal('five quiet lanterns tonight') })
  }
  return { simulator: team.simulator, tenant: team.tenant.id, viewer, close: team.close }
})
