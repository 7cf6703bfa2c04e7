// Turns what Kazoo refused into what the forms of a person call their fields.
import 'server-only'
import { Rejected } from '../../errors.ts'

const FORM_FIELD: Readonly<Record<string, string>> = {
  presenceId: 'extension',
  'hotdesk.enabled': 'hotdeskEnabled',
  'hotdesk.id': 'hotdeskId',
  'hotdesk.pin': 'hotdeskPin',
  'hotdesk.requirePin': 'hotdeskRequirePin',
  'hotdesk.keepLoggedIn': 'hotdeskKeepLoggedIn',
  'ringtones.internal': 'internalRingtone',
  'ringtones.external': 'externalRingtone',
  'callForward.enabled': 'forwardEnabled',
  'callForward.number': 'forwardNumber',
  'callForward.keepCallerId': 'forwardKeepCallerId',
  'callForward.requireKeypress': 'forwardRequireKeypress',
  'callForward.directCallsOnly': 'forwardDirectCallsOnly',
  'callForward.substitute': 'forwardSubstitute',
  'callForward.ignoreEarlyMedia': 'forwardIgnoreEarlyMedia',
  'callForward.failover': 'forwardFailover',
  'callerId.internal.name': 'internalName',
  'callerId.internal.number': 'internalNumber',
  'callerId.external.name': 'externalName',
  'callerId.external.number': 'externalNumber',
  'callerId.emergency.name': 'emergencyName',
  'callerId.emergency.number': 'emergencyNumber',
}

/** Waits for `call`. @throws Rejected at the fields of our forms instead of Kazoo's. */
export async function atUserFields<T>(call: Promise<T>): Promise<T> {
  try {
    return await call
  } catch (error) {
    if (!(error instanceof Rejected)) throw error
    const fields = Object.entries(error.fields).map(([field, message]) => [
      FORM_FIELD[field] ?? field,
      message,
    ])
    throw new Rejected(Object.fromEntries(fields), error.userMessage)
  }
}
