// Decides which parts of a document nobody sets while impersonating: those listed, and in documents of any
// kind whatever is named like a secret or a contact.
import 'server-only'
import { Sealed } from '../sealed.ts'
import type { LocalizedMessage } from '../i18n/message-key.ts'
import { DEVICE_FIELDS } from '../views/device-fields.ts'
import type { FieldList } from '../views/field-list.ts'
import { SIGN_IN_FIELDS, USER_FIELDS } from '../views/user-fields.ts'
import { VOICEMAIL_FIELDS } from '../views/voicemail-fields.ts'
import { isContactKey, isSecretKey } from './key-names.ts'
import type { DocumentFaults } from './outgoing.ts'

export type ProtectedNoun = 'user' | 'device' | 'vmbox'

/**
 * Kazoo's protected paths, by document: fields of our forms, and paths that are in no form, with everything
 * below them.
 */
const PROTECTED: Readonly<Record<ProtectedNoun, readonly string[]>> = {
  user: [...protectedIn(USER_FIELDS), ...protectedIn(SIGN_IN_FIELDS), 'voicemail.notify'],
  device: [
    ...protectedIn(DEVICE_FIELDS),
    'sip.method',
    'sip.ip',
    'sip.realm',
    'sip.route',
    'sip.static_route',
  ],
  vmbox: [...protectedIn(VOICEMAIL_FIELDS), 'notify'],
}

function protectedIn(fields: FieldList): string[] {
  return Object.values(fields).flatMap((field) => (field.protected ? [field.path] : []))
}

/** The kind of document at a path of Kazoo's; null for one without a list of its own. */
export function nounAt(template: string): ProtectedNoun | null {
  if (/\/devices(?:\/_)?$/.test(template)) return 'device'
  if (/\/users(?:\/_)?$/.test(template)) return 'user'
  return /\/vmboxes(?:\/_)?$/.test(template) ? 'vmbox' : null
}

/** Whether the value at `path` (Kazoo's keys) lets somebody in, or decides where something is sent. */
export function isProtected(noun: ProtectedNoun | null, path: readonly string[]): boolean {
  return isListed(noun, path) || path.some(isProtectedKey)
}

/**
 * The protected parts of `data`, except those that the portal has generated itself. A switch is protected
 * where it is listed.
 */
export function protectedFaults(
  noun: ProtectedNoun | null,
  data: object,
  generated: readonly string[] = [],
): DocumentFaults {
  const faults: Record<string, LocalizedMessage> = {}
  function walk(here: readonly string[], value: unknown): void {
    const at = here.join('.')
    const hasKeys = typeof value === 'object' && value !== null && !(value instanceof Sealed)
    if (hasKeys && !isProtected(noun, here)) {
      for (const [key, inner] of Object.entries(value)) walk([...here, key], inner)
      return
    }
    const allowed = typeof value === 'boolean' ? !isListed(noun, here) : !isProtected(noun, here)
    // Removing the whole removes its parts.
    const removesProtected = value === null && listedPaths(noun).some((path) => path.startsWith(`${at}.`))
    if ((!allowed || removesProtected) && !generated.includes(at)) faults[at] = 'messages.impersonation.field'
  }
  for (const [key, inner] of Object.entries(data)) walk([key], inner)
  return faults
}

function isListed(noun: ProtectedNoun | null, path: readonly string[]): boolean {
  const at = path.join('.')
  return listedPaths(noun).some((each) => at === each || at.startsWith(`${each}.`))
}

function listedPaths(noun: ProtectedNoun | null): readonly string[] {
  return noun === null ? [] : PROTECTED[noun]
}

/** The keys of a phone are an object of many, and give no access. */
function isProtectedKey(key: string): boolean {
  return !key.endsWith('_keys') && (isSecretKey(key) || isContactKey(key))
}
