// Reverts an event: sets the old values again through the verb that changed them, unless they changed since.
import 'server-only'
import { NotFound, ConflictError, Rejected } from '../../errors.ts'
import { withProxyIds } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { AuditEventRecord } from '../../store/audit-rows.ts'
import { oneLine } from '../../views/audit-line.ts'
import type { FieldObstacle, RevertedField, RevertPlan } from '../../views/audit.ts'
import { PRIVILEGES } from '../../views/user.ts'
import { editAccount } from '../account/edit.ts'
import { recordAsRevert } from './record.ts'
import { editDevice } from '../device/edit.ts'
import { grantOf } from '../grant.ts'
import { permit } from '../permission.ts'
import { revertSettings } from '../schema/revert-settings.ts'
import { changePrivilege } from '../user/credentials.ts'
import { editUser } from '../user/edit.ts'
import { editBox } from '../user/voicemail.ts'
import { presentEvent, recordOf } from './list.ts'
import { idOf } from './present.ts'
import { currentTexts, type CurrentTexts } from './current-texts.ts'
import { formOfEvent, revertible, type RevertField, type RevertForm } from './revertible.ts'

/**
 * What a revert would set, field by field, beside the current value in Kazoo; and the fields that it cannot
 * set, with the reason.
 * @throws NotFound for an unknown event; Forbidden, Unavailable
 */
export async function planRevert(viewer: Viewer, event: string): Promise<RevertPlan> {
  permit(viewer, 'audit.revert')
  const record = await recordOf(viewer, event)
  const [shown, plan] = await Promise.all([presentEvent(viewer, record), planOf(viewer, record)])
  return { event: shown, ...plan }
}

/**
 * Reverts `fields` of an event, all or none of them: those shown to the viewer as revertible. The revert is
 * itself an event, which names the reverted one and the fields it left unchanged.
 * @throws Rejected when a field changed since, all have their old value already, or none is given; Forbidden,
 * NotFound, Unavailable
 */
export async function revert(viewer: Viewer, event: string, fields: readonly string[]): Promise<void> {
  permit(viewer, 'audit.revert')
  const record = await recordOf(viewer, event)
  const plan = await planOf(viewer, record)
  const obstacle = (field: string) => {
    const found = plan.fields.find((each) => each.field === field)
    return found === undefined ? 'unwritable' : found.why
  }
  const against = fields.map(obstacle).filter((why) => why !== null)
  if (fields.length === 0 || against.includes('unwritable') || against.includes('secret'))
    throw new Rejected({}, 'messages.audit.notUndoable')
  if (against.includes('changed')) throw new Rejected({}, 'messages.audit.conflict')
  // Nothing is written where only some fields have their old value: the viewer saw another plan.
  if (against.length > 0)
    throw new Rejected(
      {},
      against.length === fields.length ? 'messages.audit.asBefore' : 'messages.audit.conflict',
    )
  const left = plan.fields.filter(({ field, why }) => why !== 'same' && !fields.includes(field))
  const reasons = Object.fromEntries(left.map(({ field, why }) => [field, why ?? 'left']))
  try {
    const done = await recordAsRevert({ event: record.event, left: reasons }, () =>
      save(viewer, record, fields),
    )
    if (!done) throw new Rejected({}, 'messages.audit.asBefore')
  } catch (error) {
    throw error instanceof Rejected ? withoutFields(error) : error
  }
}

/** The confirmation of a revert has no fields: its message says what one of them says. */
function withoutFields(error: Rejected): Rejected {
  if (error instanceof ConflictError) return new Rejected({}, 'messages.audit.conflict')
  const [because] = Object.values(error.fields)
  if (because === undefined || error.userMessage !== 'messages.correct') return error
  return new Rejected({}, { key: 'messages.audit.refused', because })
}

async function planOf(viewer: Viewer, record: AuditEventRecord): Promise<Omit<RevertPlan, 'event'>> {
  const { why, fields } = revertible(record)
  if (why !== null) return { why, fields: [] }
  try {
    const now = await currentTexts(grantOf(viewer), viewer.session.record.origin, record)
    return { why: null, fields: fields.map((field) => compared(field, now)) }
  } catch (error) {
    if (!(error instanceof NotFound)) throw error
    return { why: 'gone', fields: [] }
  }
}

function compared({ field, before, after, why }: RevertField, now: CurrentTexts): RevertedField {
  const current = Object.hasOwn(now, field) ? (now[field] ?? '') : null
  const shown = { now: lineOf(current), back: lineOf(before) }
  if (why !== null) return { field: oneLine(field), ...shown, why }
  const found: FieldObstacle | null =
    current === null ? 'unwritable' : current === before ? 'same' : current === after ? null : 'changed'
  return { field: oneLine(field), ...shown, why: found }
}

function lineOf(text: string | null): string | null {
  return text === null ? null : oneLine(text)
}

type Edit = Record<'typed' | 'initialValues', Readonly<Record<string, string>>>

/**
 * Saves `fields` through the form of the event. The form's own verb proves that the resource is still at or
 * below the granted account.
 */
async function save(viewer: Viewer, record: AuditEventRecord, fields: readonly string[]): Promise<boolean> {
  const chosen = revertible(record).fields.filter(({ field }) => fields.includes(field))
  const side = (which: 'before' | 'after') =>
    Object.fromEntries(chosen.map((each) => [each.field, each[which] ?? '']))
  const [form, resource] = [formOfEvent(record), record.subject?.resource ?? null]
  if (form === null || resource === null) throw new NotFound()
  const id = await withProxyIds(viewer.session, (issue) => idOf(resource, issue))
  return SAVES[form](viewer, id, { typed: side('before'), initialValues: side('after') })
}

const SAVES: Readonly<Record<RevertForm, (viewer: Viewer, id: string, edit: Edit) => Promise<boolean>>> = {
  account: editAccount,
  device: (viewer, id, edit) => editDevice(viewer, id, { ...edit, sipPassword: null }),
  user: (viewer, id, edit) => editUser(viewer, id, { ...edit, hotdeskPin: null }),
  vmbox: (viewer, id, edit) => editBox(viewer, id, { ...edit, pin: null }),
  role: saveRole,
  userSettings: (viewer, id, edit) => revertSettings(viewer, 'user', id, edit),
  deviceSettings: (viewer, id, edit) => revertSettings(viewer, 'device', id, edit),
}

async function saveRole(viewer: Viewer, user: string, { typed, initialValues }: Edit): Promise<boolean> {
  const wanted = PRIVILEGES.find((each) => each === typed['privilege'])
  if (wanted === undefined) throw new Rejected({}, 'messages.audit.notUndoable')
  return changePrivilege(viewer, user, wanted, initialValues['privilege'])
}
