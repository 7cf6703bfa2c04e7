// What the form of a person changed, as Kazoo is told of it.
import 'server-only'
import type { Password } from '../../kazoo/ids.ts'
import type { UserPatch } from '../../kazoo/users.ts'
import type { UserText } from '../../views/user.ts'
import { flag, group, orNull, present } from '../patch.ts'

type Changed = Partial<UserText>

/** Only what changed; an emptied field is removed. `pin` is null where the PIN stays. */
export function toPatch(changed: Changed, pin: Password | null): UserPatch {
  return {
    ...present('firstName', changed.firstName),
    ...present('lastName', changed.lastName),
    ...present('email', orNull(changed.email)),
    ...present('enabled', flag(changed.enabled)),
    ...present('timezone', orNull(changed.timezone)),
    ...present('language', orNull(changed.language)),
    ...present('presenceId', orNull(changed.extension)),
    ...present('voicemailToEmail', flag(changed.voicemailToEmail)),
    ...present('doNotDisturb', flag(changed.doNotDisturb)),
    ...present('callWaiting', flag(changed.callWaiting)),
    ...present('contactListExclude', flag(changed.contactListExclude)),
    ...present('hotdesk', hotdeskOf(changed, pin)),
    ...present(
      'ringtones',
      group({ internal: orNull(changed.internalRingtone), external: orNull(changed.externalRingtone) }),
    ),
    ...present('callForward', forwardOf(changed)),
    ...present('callerId', callerIdOf(changed)),
  }
}

function hotdeskOf(changed: Changed, pin: Password | null) {
  return group({
    enabled: flag(changed.hotdeskEnabled),
    id: orNull(changed.hotdeskId),
    pin: pin ?? undefined,
    requirePin: flag(changed.hotdeskRequirePin),
    keepLoggedIn: flag(changed.hotdeskKeepLoggedIn),
  })
}

function forwardOf(changed: Changed) {
  return group({
    enabled: flag(changed.forwardEnabled),
    number: orNull(changed.forwardNumber),
    keepCallerId: flag(changed.forwardKeepCallerId),
    requireKeypress: flag(changed.forwardRequireKeypress),
    directCallsOnly: flag(changed.forwardDirectCallsOnly),
    substitute: flag(changed.forwardSubstitute),
    ignoreEarlyMedia: flag(changed.forwardIgnoreEarlyMedia),
    failover: flag(changed.forwardFailover),
  })
}

function callerIdOf(changed: Changed) {
  return group({
    internal: group({ name: orNull(changed.internalName), number: orNull(changed.internalNumber) }),
    external: group({ name: orNull(changed.externalName), number: orNull(changed.externalNumber) }),
    emergency: group({ name: orNull(changed.emergencyName), number: orNull(changed.emergencyNumber) }),
  })
}
