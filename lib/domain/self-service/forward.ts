// Where one's own calls go.
import 'server-only'
import { findUser, patchUser, type UserDoc, type UserPatch } from '../../kazoo/users.ts'
import type { Viewer } from '../../session/viewer.ts'
import { EDITABLE_FORWARD, forwardText, type ForwardText } from '../../views/self-service.ts'
import type { UserForward } from '../../views/user.ts'
import { pathOf } from '../account/account-path.ts'
import { recorded } from '../audit/record.ts'
import { changesOf } from '../edits.ts'
import { nameOf } from '../device/owner.ts'
import { grantOf } from '../grant.ts'
import { flag, group, orNull, present } from '../patch.ts'
import { permit } from '../permission.ts'
import { atUserFields } from '../user/rejection.ts'
import { selfOf } from './self.ts'

/** Saves what changed. Answers whether anything did. @throws Rejected at fields of the form; Forbidden; NotFound; Unavailable */
export async function editForward(
  viewer: Viewer,
  { typed, initialValues }: { typed: Partial<ForwardText>; initialValues: Partial<ForwardText> },
): Promise<boolean> {
  permit(viewer, 'selfService.forward')
  const ref = selfOf(viewer)
  const grant = grantOf(viewer)
  const [doc, path] = await Promise.all([findUser(grant.kazoo, ref), pathOf(grant, ref.account)])
  const now = forwardText({ forward: toForward(doc), doNotDisturb: doc.doNotDisturb })
  const changed = changesOf(EDITABLE_FORWARD, typed, initialValues, now)
  const fields = EDITABLE_FORWARD.filter((field) => changed[field] !== undefined)
  if (fields.length === 0) return false
  const told = (text: Partial<ForwardText>) =>
    Object.fromEntries(fields.map((field) => [field, text[field] ?? '']))
  const subject = { kind: 'user', name: nameOf(doc), resource: { kind: 'user', ref } } as const
  const change = { subject, path, before: told(now), after: told(changed) }
  await recorded(viewer, 'selfService.forward', change, () =>
    atUserFields(patchUser(grant.kazoo, ref, toPatch(changed))),
  )
  return true
}

function toPatch(changed: Partial<ForwardText>): UserPatch {
  const callForward = group({
    enabled: flag(changed.forwardEnabled),
    number: orNull(changed.forwardNumber),
    failover: flag(changed.forwardFailover),
    keepCallerId: flag(changed.forwardKeepCallerId),
    requireKeypress: flag(changed.forwardRequireKeypress),
    directCallsOnly: flag(changed.forwardDirectCallsOnly),
  })
  return {
    ...present('doNotDisturb', flag(changed.doNotDisturb)),
    ...present('callForward', callForward),
  }
}

/** Where calls go, as a browser may see it: every field by name. */
export function toForward({ callForward: it }: UserDoc): UserForward {
  return {
    enabled: it.enabled,
    number: it.number ?? '',
    keepCallerId: it.keepCallerId,
    requireKeypress: it.requireKeypress,
    directCallsOnly: it.directCallsOnly,
    substitute: it.substitute,
    ignoreEarlyMedia: it.ignoreEarlyMedia,
    failover: it.failover,
  }
}
