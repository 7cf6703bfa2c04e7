// One's own voicemail: its settings, and a PIN that only goes in.
import 'server-only'
import { NotFound } from '../../errors.ts'
import type { Password } from '../../kazoo/ids.ts'
import { findVmbox, patchVmbox, type VmboxDoc, type VmboxPatch } from '../../kazoo/vmboxes.ts'
import { resolve } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { ProxyId } from '../../views/ids.ts'
import { EDITABLE_OWN_BOX, ownBoxText, type OwnBox, type OwnBoxText } from '../../views/self-service.ts'
import { pathOf } from '../account/account-path.ts'
import { recorded } from '../audit/record.ts'
import { changesOf } from '../edits.ts'
import { grantOf } from '../grant.ts'
import { flag, present } from '../patch.ts'
import { permit } from '../permission.ts'
import { selfOf } from './self.ts'

/** What the form of a box sends; `pin` null: it stays. */
export type OwnBoxEdit = {
  typed: Partial<OwnBoxText>
  initialValues: Partial<OwnBoxText>
  pin: Password | null
}

/** Saves what changed. Answers whether anything did. @throws NotFound for a box of anybody else; Rejected; Forbidden; Unavailable */
export async function editOwnBox(viewer: Viewer, box: string, edit: OwnBoxEdit): Promise<boolean> {
  permit(viewer, 'selfService.voicemail')
  const { pin } = edit
  const self = selfOf(viewer)
  const ref = await resolve(viewer.session, 'vmbox', box)
  if (!ref.account.equals(self.account)) throw new NotFound()
  const grant = grantOf(viewer)
  const [doc, path] = await Promise.all([findVmbox(grant.kazoo, ref), pathOf(grant, ref.account)])
  // It may have become somebody else's since its id was given out.
  if (!doc.owner?.equals(self.user)) throw new NotFound()
  const now = ownBoxText(doc)
  const changed = changesOf(EDITABLE_OWN_BOX, edit.typed, edit.initialValues, now)
  const fields = EDITABLE_OWN_BOX.filter((field) => changed[field] !== undefined)
  if (fields.length === 0 && pin === null) return false
  const secret = pin === null ? {} : { pin }
  const told = (text: Partial<OwnBoxText>) => ({
    ...Object.fromEntries(fields.map((field) => [field, text[field] ?? ''])),
    ...secret,
  })
  const subject = { kind: 'vmbox', name: doc.name, resource: { kind: 'vmbox', ref } } as const
  const change = { subject, path, before: told(now), after: told(changed) }
  await recorded(viewer, 'selfService.voicemail', change, () =>
    patchVmbox(grant.kazoo, ref, { ...toPatch(changed), ...secret }),
  )
  return true
}

function toPatch(changed: Partial<OwnBoxText>): VmboxPatch {
  const addresses = changed.notifyAddresses?.split(', ').filter((address) => address !== '')
  return {
    ...present('requirePin', flag(changed.requirePin)),
    ...present('notifyAddresses', addresses),
    ...present('includeMessage', flag(changed.includeMessage)),
    ...present('deleteAfterNotify', flag(changed.deleteAfterNotify)),
    ...present('skipGreeting', flag(changed.skipGreeting)),
  }
}

/** The view of a box: every field by name. */
export function toOwnBox(doc: VmboxDoc, id: ProxyId<'vmbox'>, messages: number): OwnBox {
  const { name, mailbox, hasPin, requirePin, notifyAddresses, includeMessage, deleteAfterNotify } = doc
  const { skipGreeting } = doc
  const message = { name, mailbox, hasPin, requirePin, notifyAddresses, includeMessage, deleteAfterNotify }
  return { id, ...message, skipGreeting, messages }
}
