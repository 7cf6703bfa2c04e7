// Putting back what a change replaced, unless the same was changed since: by the verb that made it, under all of its rules.
import 'server-only'
import { NotFound, Overtaken, Rejected } from '../../errors.ts'
import { issuing } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { AuditEventRecord } from '../../store/audit-rows.ts'
import { accountText } from '../../views/account.ts'
import { oneLine } from '../../views/audit-line.ts'
import type { UndoPlan } from '../../views/audit.ts'
import { deviceText } from '../../views/device.ts'
import { userText } from '../../views/user.ts'
import { editAccount } from '../account/edit.ts'
import { findAccount } from '../account/find.ts'
import { puttingBack } from '../audit.ts'
import { editDevice } from '../device/edit.ts'
import { findDevice } from '../device/find.ts'
import { permit } from '../permission.ts'
import { putBackSettings, settingTexts } from '../schema/put-back.ts'
import { editUser } from '../user/edit.ts'
import { findUser } from '../user/find.ts'
import { presentEvent, recordOf } from './list.ts'
import { isOfSettings, undoableTexts } from './undoable.ts'

type Form = Readonly<Record<string, string>>

/** What an undo would put back, field by field, beside what stands there now in Kazoo. @throws NotFound also for what cannot be; Forbidden, Unavailable */
export async function planUndo(viewer: Viewer, event: string): Promise<UndoPlan> {
  permit(viewer, 'audit.undo')
  const record = await recordOf(viewer, event)
  const texts = undoableTexts(record)
  if (texts === null) throw new NotFound()
  const now = await formNow(viewer, record)
  const fields = Object.entries(texts).map(([field, { before, after }]) => {
    const stands = now[field] ?? ''
    return {
      field,
      now: oneLine(stands),
      back: oneLine(before),
      changed: stands !== after && stands !== before,
    }
  })
  const open = fields.every(({ changed }) => !changed) && fields.some(({ now: at, back }) => at !== back)
  return { event: await presentEvent(viewer, record), fields, open }
}

/**
 * Puts back what the event replaced. It is an event itself, which names the one that it undoes.
 * @throws Rejected when something of it was changed since, or all of it is as before; Forbidden, NotFound, Unavailable
 */
export async function undo(viewer: Viewer, event: string): Promise<void> {
  permit(viewer, 'audit.undo')
  const record = await recordOf(viewer, event)
  const texts = undoableTexts(record)
  if (texts === null) throw new Rejected({}, 'said.audit.notUndoable')
  const side = (which: 'before' | 'after'): Form =>
    Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, text[which]]))
  try {
    const edit = { typed: side('before'), was: side('after') }
    const done = await puttingBack(record.event, async () => save(viewer, record, edit))
    if (!done) throw new Rejected({}, 'said.audit.asBefore')
  } catch (error) {
    throw error instanceof Overtaken ? new Rejected({}, 'said.audit.overtaken') : error
  }
}

async function formNow(viewer: Viewer, record: AuditEventRecord): Promise<Form> {
  const id = await idIn(viewer, record)
  if (record.verb === 'account.edit')
    return accountText((await findAccount(viewer, id, 'account.edit')).account)
  if (isOfSettings(record)) return settingTexts(viewer, nounOf(record), id)
  if (record.verb === 'device.edit') return deviceText((await findDevice(viewer, id)).device)
  return userText((await findUser(viewer, id, 'user.edit')).user)
}

async function save(
  viewer: Viewer,
  record: AuditEventRecord,
  edit: { typed: Form; was: Form },
): Promise<boolean> {
  const id = await idIn(viewer, record)
  if (record.verb === 'account.edit') return editAccount(viewer, id, edit)
  if (isOfSettings(record)) return putBackSettings(viewer, nounOf(record), id, edit)
  if (record.verb === 'device.edit') return editDevice(viewer, id, { ...edit, sipPassword: null })
  return editUser(viewer, id, { ...edit, hotdeskPin: null })
}

function nounOf({ verb }: AuditEventRecord): 'user' | 'device' {
  return verb === 'device.edit' ? 'device' : 'user'
}

/** The id of the thing in this session; that it is still at or below the granted account, its own verb proves. */
async function idIn({ session }: Viewer, { subject }: AuditEventRecord): Promise<string> {
  const thing = subject?.thing
  if (thing == null) throw new NotFound()
  return issuing(session, (issue) => {
    if (thing.kind === 'account') return issue('account', thing.ref)
    return thing.kind === 'user' ? issue('user', thing.ref) : issue('device', thing.ref)
  })
}
