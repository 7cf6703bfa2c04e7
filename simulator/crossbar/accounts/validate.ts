// Validates an account before it is saved (docs/kazoo.md section 9.2).
import { text, type JsonObject } from '../../json.ts'
import type { Call } from '../call.ts'
import { settable } from '../documents.ts'
import { withTexts } from '../texts.ts'
import { examine, type Problems } from '../validate.ts'

const UNSETTABLE = ['wnm_allow_additions', 'superduper_admin', 'billing_mode']

/** The caller's fields without those that only Kazoo sets, the realm without spaces. */
export function cleaned(data: JsonObject): JsonObject {
  const fields = withTexts(settable(data), ['realm'])
  for (const key of UNSETTABLE) delete fields[key]
  const { realm } = fields
  if (typeof realm === 'string') fields['realm'] = realm.replaceAll(/\s/g, '')
  return fields
}

/** With casts and defaults. @throws Refusal 400 */
export function validAccount(call: Call, fields: JsonObject, ownId: string | undefined): JsonObject {
  const { doc, problems } = examineAccount(call, fields, ownId)
  problems.refuseAny()
  return doc
}

/** The account with casts and defaults, what is wrong with it, and whether its schema has no part in that. */
export function examineAccount(
  call: Call,
  fields: JsonObject,
  ownId: string | undefined,
): { doc: JsonObject; problems: Problems; fitsSchema: boolean } {
  const { doc, problems } = examine(call, 'accounts', fields)
  const fitsSchema = !problems.any()
  const { accounts } = call.sim.store
  const name = text(doc, 'name')
  if (name !== undefined && !problems.has('name')) {
    // Of several accounts of that name, the first by id may keep it.
    const [holder] = accounts.byName(name)
    if (holder !== undefined && holder !== ownId)
      problems.add('name', 'unique', { message: 'Account name already in use', cause: name })
  }
  const realm = text(doc, 'realm')
  if (realm !== undefined && accounts.byRealm(realm).some((id) => id !== ownId))
    problems.add('realm', 'unique', { message: 'Account realm already in use', cause: realm })
  return { doc, problems, fitsSchema }
}
