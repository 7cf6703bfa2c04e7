// Removes a user after disposing of what they own. A failure in between is reported, and another attempt
// continues there.
import 'server-only'
import { NotFound, Rejected, UserFacingError } from '../../errors.ts'
import { findUser, removeUser as remove } from '../../kazoo/users.ts'
import { withProxyIds, resolve } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import { isConfirmed } from '../../views/confirm-text.ts'
import type { ProxyId } from '../../views/ids.ts'
import { isBlank } from '../../views/text-rules.ts'
import type { Disposition } from '../../views/user.ts'
import { recorded } from '../audit/record.ts'
import { nameOf } from '../device/owner.ts'
import { permit } from '../permission.ts'
import { loadUserForEdit, refuseSelf, subjectOf, type LoadedUser } from './load-for-edit.ts'
import { ownedResourcesOf, type NewOwner } from './owned-resources.ts'

/**
 * The form: what happens to devices and voicemail boxes, who gets those that are given away, and the name as
 * typed, if there are any.
 */
export type UserRemoval = { devices: Disposition; boxes: Disposition; newOwner: string; typed: string }

/**
 * Removes a user for good. Returns their account.
 * @throws Rejected, also when it stopped half-way; Forbidden; NotFound; Unavailable
 */
export async function removeUser(
  viewer: Viewer,
  user: string,
  removal: UserRemoval,
): Promise<ProxyId<'account'>> {
  permit(viewer, 'user.remove')
  if (removal.devices !== 'keep')
    permit(viewer, removal.devices === 'delete' ? 'device.remove' : 'device.edit')
  const person = await loadUserForEdit(viewer, user)
  await refuseSelf(person)
  const newOwner = await newOwnerOf(viewer, person, removal)
  const resources = await ownedResourcesOf(viewer, person, removal, newOwner)
  if (resources.length > 0 && !confirms(person, removal)) throw new Rejected({ typed: 'messages.user.typed' })
  let done = 0
  try {
    for (const settle of resources) {
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
    if (done === 0 && resources.length === 0) throw error
    throw stopped(error, done, resources.length - done)
  }
  return withProxyIds(viewer.session, (issue) => issue('account', person.ref.account))
}

/** Whether their name was typed, if it can be seen: more than the user is at stake. */
function confirms({ name }: LoadedUser, { typed }: UserRemoval): boolean {
  return isBlank(name) || isConfirmed(typed, name)
}

/**
 * Nothing is lost by it: what was disposed of is no longer theirs, and the next attempt finds only the rest.
 */
function stopped(error: unknown, done: number, left: number): Rejected {
  const because = error instanceof UserFacingError ? error.userMessage : 'messages.fault'
  return new Rejected({}, { key: 'messages.user.stopped', values: { done, left }, because })
}

async function newOwnerOf(
  viewer: Viewer,
  { ref, grant }: LoadedUser,
  { devices, boxes, newOwner }: UserRemoval,
): Promise<NewOwner> {
  if (devices !== 'give' && boxes !== 'give') return null
  try {
    const chosen = await resolve(viewer.session, 'user', newOwner)
    if (chosen.account.equals(ref.account) && !chosen.user.equals(ref.user)) {
      return { user: chosen.user, name: nameOf(await findUser(grant.kazoo, chosen)) }
    }
  } catch (error) {
    if (!(error instanceof NotFound)) throw error
  }
  throw new Rejected({ newOwner: 'messages.user.newOwner' })
}

const whoWas = ({ doc, name }: LoadedUser) => ({
  name,
  username: doc.username,
  email: doc.email,
  privilege: doc.privilege,
})
