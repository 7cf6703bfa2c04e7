// Presents a user to the browser.
import 'server-only'
import type { UserDoc } from '../../kazoo/users.ts'
import { formText, MASK, record, type FieldList } from '../../views/field-list.ts'
import type { ProxyId } from '../../views/ids.ts'
import type { UserDraft } from '../../views/user.ts'
import { EDITABLE_USER, USER_FIELDS, type UserText } from '../../views/user-fields.ts'
import { nameOf } from '../device/owner.ts'

/** The view of a user. */
export function toDraft(
  doc: UserDoc,
  { id, account }: { id: ProxyId<'user'>; account: ProxyId<'account'> },
  impersonating: boolean,
): UserDraft {
  const { username, privilege, mustRenew, held, nested, otherPrivilege } = doc
  return {
    id,
    account,
    name: nameOf(doc),
    username,
    privilege,
    otherPrivilege,
    mustRenew,
    text: textOf(doc, impersonating),
    held: { hotdeskPin: held.hotdeskPin },
    nested,
  }
}

/** The form of a user. While `impersonating`, fields that alone would let somebody sign in are masked. */
export function textOf(doc: UserDoc, impersonating = false): UserText {
  const text = formText(USER_FIELDS, doc)
  const fields: FieldList = USER_FIELDS
  const masked = (name: keyof UserText) => impersonating && fields[name]?.masked && text[name] !== ''
  return record(EDITABLE_USER, (name) => (masked(name) ? MASK : text[name]))
}
