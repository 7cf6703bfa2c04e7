// Turns what Kazoo refused into what the device form calls its fields.
import 'server-only'
import { Rejected } from '../../errors.ts'

const FORM_FIELD: Readonly<Record<string, string>> = {
  'sip.username': 'sipUsername',
  'sip.password': 'sipPassword',
  'callForward.enabled': 'forwardEnabled',
  'callForward.number': 'forwardNumber',
  'callForward.keepCallerId': 'forwardKeepCallerId',
  'callForward.requireKeypress': 'forwardRequireKeypress',
  'callForward.directCallsOnly': 'forwardDirectCallsOnly',
  'callerId.internal.name': 'internalName',
  'callerId.internal.number': 'internalNumber',
  'callerId.external.name': 'externalName',
  'callerId.external.number': 'externalNumber',
  'callerId.emergency.name': 'emergencyName',
  'callerId.emergency.number': 'emergencyNumber',
}

/** Waits for `call`. @throws Rejected at the fields of our form instead of Kazoo's. */
export async function atFormFields<T>(call: Promise<T>): Promise<T> {
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
