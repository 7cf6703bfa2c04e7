// Maps one user between our names and Kazoo's. Their secrets can be written and are never read.
import 'server-only'
import { z } from 'zod'
import { OBJECTS_OF_CALLS } from '../views/call-fields.ts'
import { SIGN_IN_FIELDS, USER_FIELDS } from '../views/user-fields.ts'
import { nestedIn, readFields, type FieldsPatch } from './document-fields.ts'
import { kazooId, type Password } from './ids.ts'
import { unsupportedText } from './stored-value.ts'
import { privilege } from './lenient.ts'

/** The fields of all forms of a user. */
export const USER_WIRE = { ...USER_FIELDS, ...SIGN_IN_FIELDS } as const

/** A user without a role is no admin. */
function isRole(stored: unknown): boolean {
  return stored === undefined || stored === null || stored === 'admin' || stored === 'user'
}

export const UserDoc = z
  .looseObject({ id: kazooId('user'), priv_level: z.unknown().optional() })
  .transform((doc) => ({
    ...readFields(USER_WIRE, doc),
    id: doc.id,
    nested: nestedIn(USER_WIRE, doc, OBJECTS_OF_CALLS),
    privilege: privilege.parse(doc.priv_level),
    /** What is stored in place of a role, as text (lib/views/unsupported.ts); null where it is one. */
    otherPrivilege: isRole(doc.priv_level) ? null : unsupportedText(doc.priv_level),
  }))
/**
 * One user. `privilege` and `mustRenew` are Kazoo's, which hardly enforces either (docs/kazoo.md section
 * 25.6, section 10).
 */
export type UserDoc = z.output<typeof UserDoc>

/** The fields that can be changed. A new username needs a password with it: only hashes are stored. */
export type UserPatch = FieldsPatch<typeof USER_WIRE> & { privilege?: 'admin' | 'user' }
/** A new user, who can sign in to Kazoo. */
export type NewUser = UserPatch & {
  firstName: string
  lastName: string
  username: string
  password: Password
  privilege: 'admin' | 'user'
}
