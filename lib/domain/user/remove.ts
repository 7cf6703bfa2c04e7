// Removes a person, after what is theirs has found its place. What failed on the way is told, and another try goes on from there.
import 'server-only'
import { NotFound, Rejected, Told } from '../../errors.ts'
import { findUser, removeUser as remove } from '../../kazoo/users.ts'
import { issuing, resolve } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { ProxyId } from '../../views/ids.ts'
import type { Fate } from '../../views/user.ts'
import { recorded } from '../audit.ts'
import { nameOf } from '../device/owner.ts'
import { permit } from '../permission.ts'
import { approach, refuseSelf, subjectOf, type Approached } from './approach.ts'
import { belongingsOf, type Heir } from './belongings.ts'

/** What the form sends: what becomes of devices and voicemail boxes, who gets those that are given away, and the name as typed. */
export type UserRemoval = { devices: Fate; boxes: Fate; heir: string; typed: string }

/** Removes somebody for good. Answers their account. @throws Rejected, also when it stopped half-way; Forbidden; NotFound; Unavailable. */
export async function removeUser(
  viewer: Viewer,
  user: string,
  removal: UserRemoval,
): Promise<ProxyId<'account'>> {
  permit(viewer, 'user.remove')
  if (removal.devices !== 'keep')
    permit(viewer, removal.devices === 'delete' ? 'device.remove' : 'device.edit')
  const person = await approach(viewer, user)
  if (removal.typed !== person.name.trim()) throw new Rejected({ typed: 'said.user.typed' })
  await refuseSelf(person)
  const heir = await heirOf(viewer, person, removal)
  const belongings = await belongingsOf(viewer, person, removal, heir)
  let done = 0
  try {
    for (const settle of belongings) {
      await settle()
      done++
    }
    await recorded(
      viewer,
      'user.remove',
      { subject: subjectOf(person), path: person.path, before: whoWas(person), after: null },
      () => remove(person.grant.kazoo, person.ref),
    )
  } catch (error) {
    if (done === 0 && belongings.length === 0) throw error
    throw stopped(error, done, belongings.length - done)
  }
  return issuing(viewer.session, (issue) => issue('account', person.ref.account))
}

/** Nothing is lost by it: what has its place already is no longer theirs, and the next try finds only the rest. */
function stopped(error: unknown, done: number, left: number): Rejected {
  const because = error instanceof Told ? error.said : 'said.fault'
  return new Rejected({}, { sentence: 'said.user.stopped', values: { done, left }, because })
}

async function heirOf(
  viewer: Viewer,
  { ref, grant }: Approached,
  { devices, boxes, heir }: UserRemoval,
): Promise<Heir> {
  if (devices !== 'give' && boxes !== 'give') return null
  try {
    const chosen = await resolve(viewer.session, 'user', heir)
    if (chosen.account.equals(ref.account) && !chosen.user.equals(ref.user)) {
      return { user: chosen.user, name: nameOf(await findUser(grant.kazoo, chosen)) }
    }
  } catch (error) {
    if (!(error instanceof NotFound)) throw error
  }
  throw new Rejected({ heir: 'said.user.heir' })
}

const whoWas = ({ doc, name }: Approached) => ({
  name,
  username: doc.username ?? '',
  email: doc.email ?? '',
  privilege: doc.privilege,
})
