// A person as a browser may see them.
import 'server-only'
import type { UserDoc } from '../../kazoo/users.ts'
import { MASK } from '../../views/protected-fields.ts'
import type { UserDraft } from '../../views/user.ts'
import type { ProxyId } from '../../views/ids.ts'
import { nameOf } from '../device/owner.ts'

/**
 * The view of a person: every field by name, so that nothing Kazoo adds tomorrow goes to a browser. While `impersonating` the number of their hot desk,
 * by which alone they may sign in at any desk, is masked.
 */
export function toDraft(
  doc: UserDoc,
  ids: { id: ProxyId<'user'>; account: ProxyId<'account'> },
  impersonating: boolean,
): UserDraft {
  return { ...ids, ...formOf(doc, impersonating) }
}

/** The same without ids. */
export function formOf(doc: UserDoc, impersonating = false): Omit<UserDraft, 'id' | 'account'> {
  const { callForward: forward, callerId, hotdesk } = doc
  return {
    name: nameOf(doc),
    firstName: doc.firstName,
    lastName: doc.lastName,
    username: doc.username ?? '',
    email: doc.email ?? '',
    privilege: doc.privilege,
    enabled: doc.enabled,
    mustRenew: doc.mustRenew,
    timezone: doc.timezone ?? '',
    language: doc.language ?? '',
    extension: doc.presenceId ?? '',
    voicemailToEmail: doc.voicemailToEmail,
    doNotDisturb: doc.doNotDisturb,
    callWaiting: doc.callWaiting,
    contactListExclude: doc.contactListExclude,
    hotdesk: {
      enabled: hotdesk.enabled,
      id: hotdesk.id === null ? '' : impersonating ? MASK : hotdesk.id,
      hasPin: hotdesk.hasPin,
      requirePin: hotdesk.requirePin,
      keepLoggedIn: hotdesk.keepLoggedIn,
    },
    internalRingtone: doc.ringtones.internal ?? '',
    externalRingtone: doc.ringtones.external ?? '',
    callForward: {
      enabled: forward.enabled,
      number: forward.number ?? '',
      keepCallerId: forward.keepCallerId,
      requireKeypress: forward.requireKeypress,
      directCallsOnly: forward.directCallsOnly,
      substitute: forward.substitute,
      ignoreEarlyMedia: forward.ignoreEarlyMedia,
      failover: forward.failover,
    },
    callerId: {
      internalName: callerId.internal.name ?? '',
      internalNumber: callerId.internal.number ?? '',
      externalName: callerId.external.name ?? '',
      externalNumber: callerId.external.number ?? '',
      emergencyName: callerId.emergency.name ?? '',
      emergencyNumber: callerId.emergency.number ?? '',
    },
  }
}
