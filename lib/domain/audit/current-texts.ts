// Reads the current values of an event's subject from Kazoo, as text under the field names of the audit log.
import 'server-only'
import { NotFound } from '../../errors.ts'
import { findAccount } from '../../kazoo/accounts.ts'
import { findDevice } from '../../kazoo/devices.ts'
import type { KazooId } from '../../kazoo/ids.ts'
import { schemasOf } from '../../kazoo/schemas.ts'
import { findSettings } from '../../kazoo/settings.ts'
import { findUser } from '../../kazoo/users.ts'
import { findVmbox } from '../../kazoo/vmboxes.ts'
import type { AuditEventRecord } from '../../store/audit-rows.ts'
import { accountOf, type AuditSubject } from '../../store/audit-subjects.ts'
import { ACCOUNT_FIELDS } from '../../views/account-fields.ts'
import { formText } from '../../views/field-list.ts'
import { OWN_VOICEMAIL_FIELDS, VOICEMAIL_FIELDS } from '../../views/voicemail-fields.ts'
import { textOf as deviceText } from '../device/draft.ts'
import { nameOf } from '../device/owner.ts'
import { ancestorsWithin, type Grant } from '../grant.ts'
import { FORMS } from '../schema/nouns.ts'
import { fieldsOf } from '../schema/present.ts'
import { textOf } from '../schema/text.ts'
import { textOf as userText } from '../user/draft.ts'
import { isOfSettings } from './revertible.ts'

/** Field values as text, by the field names of the audit log. */
export type CurrentTexts = Readonly<Record<string, string>>

/**
 * The current fields of the subject of `event`, without secrets. `origin` is the Kazoo whose schemas are
 * read.
 * @throws NotFound when the subject is gone, or not at or below the granted account (any more); Unavailable
 */
export async function currentTexts(
  grant: Grant,
  origin: string,
  event: Pick<AuditEventRecord, 'verb' | 'subject' | 'after'>,
): Promise<CurrentTexts> {
  const resource = event.subject?.resource ?? null
  if (resource === null) throw new NotFound()
  await proveAccess(grant, resource)
  if (isOfSettings(event)) return settingsNow(grant, origin, resource)
  return formNow(grant, resource, Object.hasOwn(event.after ?? {}, 'owner'))
}

/**
 * Proves that `subject` is at or below the granted account.
 * @throws NotFound, Unavailable
 */
export async function proveAccess(grant: Grant, resource: AuditSubject): Promise<void> {
  const home = accountOf(resource)
  if (home.kind === 'account') await ancestorsWithin(grant, home.ref)
}

async function settingsNow({ kazoo }: Grant, origin: string, resource: AuditSubject): Promise<CurrentTexts> {
  if (resource.kind !== 'user' && resource.kind !== 'device') throw new NotFound()
  const [doc, schemas] = await Promise.all([
    findSettings(kazoo, resource),
    schemasOf(kazoo, origin, FORMS[resource.kind].schema),
  ])
  const fields = [...fieldsOf(schemas, doc, resource.kind).values()]
  return Object.fromEntries(fields.map((drawn) => [drawn.path.join('.'), textOf(drawn)]))
}

async function formNow({ kazoo }: Grant, resource: AuditSubject, withOwner: boolean): Promise<CurrentTexts> {
  if (resource.kind === 'account') {
    return formText(ACCOUNT_FIELDS, await findAccount(kazoo, resource.ref))
  }
  if (resource.kind === 'user') {
    const doc = await findUser(kazoo, resource.ref)
    return { ...userText(doc), privilege: doc.privilege, username: doc.username }
  }
  const { account } = resource.ref
  const ownerOf = async (user: KazooId<'user'> | null) => (withOwner ? ownerNow(kazoo, account, user) : '')
  if (resource.kind === 'device') {
    const doc = await findDevice(kazoo, resource.ref)
    return deviceText(doc, await ownerOf(doc.owner))
  }
  const doc = await findVmbox(kazoo, resource.ref)
  return {
    ...formText(VOICEMAIL_FIELDS, doc),
    ...formText(OWN_VOICEMAIL_FIELDS, doc),
    owner: await ownerOf(doc.owner),
  }
}

/** The name of the owner; empty without an owner, a dash where the owner is gone. */
async function ownerNow(
  kazoo: Grant['kazoo'],
  account: KazooId<'account'>,
  user: KazooId<'user'> | null,
): Promise<string> {
  if (user === null) return ''
  try {
    return nameOf(await findUser(kazoo, { account, user }))
  } catch (error) {
    if (error instanceof NotFound) return '–'
    throw error
  }
}
