// Ends an impersonation: by the member who impersonates, by an owner, or by the impersonated user.
import 'server-only'
import { NotFound } from '../../errors.ts'
import { deleteSession } from '../../session/record.ts'
import type { Viewer } from '../../session/viewer.ts'
import { endImpersonation, findImpersonation, type ImpersonationRecord } from '../../store/impersonations.ts'
import type { ImpersonationEnd } from '../../views/impersonation.ts'
import { recorded } from '../audit/record.ts'
import { permit } from '../permission.ts'
import { listOwnImpersonations } from './find.ts'

/**
 * Ends the viewer's current impersonation. Returns the path where it began.
 * @throws NotFound without an impersonation; Unavailable
 */
export async function endOwnImpersonation({ session }: Viewer): Promise<string> {
  const { impersonation } = session.record
  if (impersonation === null) throw new NotFound()
  await deleteSession(session.digest)
  await endImpersonation(impersonation.id, 'self', new Date())
  return impersonation.startPath
}

/**
 * Ends an impersonation of any member.
 * @throws Forbidden, NotFound, Unavailable
 */
export async function endImpersonationOf(viewer: Viewer, id: string): Promise<void> {
  permit(viewer, 'impersonation.end')
  const impersonation = UUID.test(id) ? await findImpersonation(viewer.session.record.tenant, id) : null
  if (impersonation === null) throw new NotFound()
  await endBy(viewer, impersonation, 'owner')
}

/**
 * Ends an impersonation of the viewer.
 * @throws Forbidden; NotFound, also where the tenant shows customers nothing; Unavailable
 */
export async function endImpersonationOfMe(viewer: Viewer, id: string): Promise<void> {
  const found = (await listOwnImpersonations(viewer)).find((each) => each.id === id)
  const impersonation = found && (await findImpersonation(viewer.session.record.tenant, id))
  if (!impersonation) throw new NotFound()
  await endBy(viewer, impersonation, 'customer')
}

async function endBy(
  viewer: Viewer,
  impersonation: ImpersonationRecord,
  by: ImpersonationEnd,
): Promise<void> {
  const name = impersonation.targetName ?? impersonation.account
  const change = {
    subject: { kind: 'impersonation', name, resource: null },
    path: [impersonation.account],
    before: { member: impersonation.member.name },
    after: null,
  }
  await recorded(viewer, 'impersonation.end', change, async () => {
    await deleteSession({ digest: impersonation.digest })
    await endImpersonation(impersonation.id, by, new Date())
  })
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
