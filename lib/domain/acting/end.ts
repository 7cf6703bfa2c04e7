// Giving borrowed eyes back: by the one who has them, by the tenant's owner, or by whose they are.
import 'server-only'
import { NotFound } from '../../errors.ts'
import { deleteSession } from '../../session/record.ts'
import type { Viewer } from '../../session/viewer.ts'
import { endActing, findActing, type ActingRecord } from '../../store/actings.ts'
import type { ActingEnd } from '../../store/schema.ts'
import { recorded } from '../audit.ts'
import { permit } from '../permission.ts'
import { listOwnActings } from './find.ts'

/** Ends the acting that the viewer works in, and answers the path they began it from. @throws NotFound to who works as themselves; Unavailable */
export async function endOwnActing({ session }: Viewer): Promise<string> {
  const { acting } = session.record
  if (acting === null) throw new NotFound()
  await deleteSession(session.digest)
  await endActing(acting.id, 'self', new Date())
  return acting.from
}

/** Ends somebody's acting, of whatever member. @throws Forbidden, NotFound, Unavailable */
export async function endActingOf(viewer: Viewer, id: string): Promise<void> {
  permit(viewer, 'act.end')
  const acting = UUID.test(id) ? await findActing(viewer.session.record.tenant, id) : null
  if (acting === null) throw new NotFound()
  await endAs(viewer, acting, 'owner')
}

/** Ends an acting with the viewer's own eyes. @throws Forbidden; NotFound, also where the tenant shows customers nothing; Unavailable */
export async function endActingAsMe(viewer: Viewer, id: string): Promise<void> {
  const found = (await listOwnActings(viewer)).find((each) => each.id === id)
  const acting = found && (await findActing(viewer.session.record.tenant, id))
  if (!acting) throw new NotFound()
  await endAs(viewer, acting, 'customer')
}

async function endAs(viewer: Viewer, acting: ActingRecord, by: ActingEnd): Promise<void> {
  const name = acting.asWhom ?? acting.account
  const change = {
    subject: { kind: 'acting', name, thing: null },
    path: [acting.account],
    before: { member: acting.member.name },
    after: null,
  }
  await recorded(viewer, 'act.end', change, async () => {
    await deleteSession({ digest: acting.digest })
    await endActing(acting.id, by, new Date())
  })
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
