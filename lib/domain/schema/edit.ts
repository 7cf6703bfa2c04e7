// Saves the changed fields of a form made from a schema, and overwrites nothing unseen.
import 'server-only'
import { ConflictError, Rejected } from '../../errors.ts'
import type { Password } from '../../kazoo/ids.ts'
import type { Json, Schemas } from '../../kazoo/schemas.ts'
import { findSettings, patchSettings } from '../../kazoo/settings.ts'
import { seal, Sealed } from '../../sealed.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { AuditDraftValues } from '../../store/audit-events.ts'
import { isShownAs } from '../../views/edit-rules.ts'
import { settingName } from '../../views/setting-names.ts'
import type { LocalizedMessage } from '../../i18n/message-key.ts'
import { pathOf } from '../account/account-path.ts'
import { recorded } from '../audit/record.ts'
import { changesOf, saveChanges } from '../edits.ts'
import { grantOf } from '../grant.ts'
import { permit } from '../permission.ts'
import { loadUserForEdit } from '../user/load-for-edit.ts'
import { bodyOf, makesChange, pathsOf, type Changed } from './change.ts'
import type { Drawn, Fields } from './draw.ts'
import { nameIn, schemasFor, settingsRef } from './find.ts'
import type { Noun } from './nouns.ts'
import { plainOf } from './plain.ts'
import { fieldsOf } from './present.ts'
import { refuseProtected } from './protected.ts'
import { read, textOf, typedText } from './text.ts'
import { restoreInitialValues, shortenInitialValues } from './digest-initial-values.ts'

/** A form of settings, by field name: texts, new secrets, and the initial values (`null`: not sent). */
export type SettingsEdit = {
  typed: Readonly<Record<string, string>>
  secrets: Readonly<Record<string, Password>>
  initialValues: Readonly<Record<string, string>> | null
}

/** The texts of a secret, or of an id, in the audit log. */
const NO_TEXTS = { before: seal<'setting'>(''), after: seal<'setting'>('') }

/**
 * Saves the changed fields as one PATCH. Returns whether anything changed. A field that the schema does not
 * have (any more) is ignored.
 * @throws Rejected at fields of the form, also when another user changed the same field meanwhile; Forbidden;
 * NotFound; Unavailable
 */
export async function editSettings(
  viewer: Viewer,
  noun: Noun,
  id: string,
  edit: SettingsEdit,
): Promise<boolean> {
  permit(viewer, `${noun}.edit`)
  const at = await settingsRef(viewer, noun, id)
  const grant = grantOf(viewer)
  const [doc, schemas, path] = await Promise.all([
    findSettings(grant.kazoo, at),
    schemasFor(viewer, grant, noun),
    noun === 'user' ? pathOfUser(viewer, id) : pathOf(grant, at.ref.account),
  ])
  const fields = fieldsOf(schemas, doc, noun)
  const changes = changesIn(schemas, fields, edit)
  if (changes.length === 0) return false
  if (viewer.session.record.impersonation !== null) refuseProtected(noun, changes, fields)
  const shown = [...fields].filter(([, { kind }]) => kind !== 'held')
  const paths = Object.fromEntries(shown.map(([name, drawn]) => [drawn.path.join('.'), name]))
  await recorded(
    viewer,
    `${noun}.edit`,
    {
      subject: { kind: noun, name: nameIn(doc, noun), resource: at },
      path,
      before: auditTexts(changes, 'before'),
      after: auditTexts(changes, 'after'),
    },
    () =>
      saveChanges(
        Object.fromEntries(shown),
        Object.fromEntries(changes.map((each) => [each.name, each])),
        () => patchSettings(grant.kazoo, at, bodyOf(changes), { ...paths, ...pathsOf(changes) }),
      ),
  )
  return true
}

/** The account path of a user who may be edited; lib/domain/user decides who may. */
async function pathOfUser(viewer: Viewer, user: string): Promise<string[]> {
  return (await loadUserForEdit(viewer, user)).path
}

/** The changes of a form. @throws Rejected, with every field that is at fault */
function changesIn(schemas: Schemas, fields: Fields, edit: SettingsEdit): Changed[] {
  const faults: Record<string, LocalizedMessage> = {}
  const changes: Changed[] = []
  for (const [name, typed] of Object.entries(textChanges(fields, edit))) {
    const drawn = fields.get(name)
    const reading = drawn && typed !== undefined ? read(schemas, drawn, typed) : undefined
    if (drawn === undefined || reading === undefined) continue
    if (reading.ok) changes.push(changed(name, drawn, reading.value))
    else faults[name] = reading.message
  }
  for (const [name, drawn] of fields) {
    const after = sealedChange(name, drawn, edit)
    if (after !== undefined)
      changes.push({ path: drawn.path, name, before: beforeOf(drawn), after, texts: NO_TEXTS })
  }
  if (Object.keys(faults).length > 0) throw new Rejected(faults)
  return changes.filter(makesChange)
}

function changed(name: string, drawn: Drawn, after: Json): Changed {
  const texts = { before: textOf(drawn), after: textOf({ ...drawn, now: after }) }
  return { path: drawn.path, name, before: beforeOf(drawn), after, texts }
}

/** The changed fields among those that show their value. */
function textChanges(
  fields: Fields,
  { typed, initialValues }: SettingsEdit,
): Partial<Record<string, string>> {
  const shown = [...fields].filter(([, { kind }]) => kind !== 'secret' && kind !== 'held')
  const now = Object.fromEntries(shown.map(([name, drawn]) => [name, textOf(drawn)]))
  // A control shows some texts in another form, and an unchanged one is not a change.
  const postedAs = (text: string, name: string) => {
    const shownText = now[name] ?? ''
    return isShownAs(shownText, text) ? shownText : typedText(text)
  }
  const given = shown.flatMap(([name]) =>
    Object.hasOwn(typed, name) ? [[name, postedAs(typed[name] ?? '', name)]] : [],
  )
  try {
    return changesOf(
      Object.keys(now),
      Object.fromEntries(given),
      initialValues === null ? {} : restoreInitialValues(initialValues, now),
      now,
    )
  } catch (error) {
    if (error instanceof ConflictError)
      throw new ConflictError(error.fields, shortenInitialValues(defined(error.initialValues)))
    throw error
  }
}

/** A new secret, or null to remove it; undefined: it stays. Kazoo decides how long a secret must be. */
function sealedChange(
  name: string,
  { kind, path, now, required }: Drawn,
  { typed, secrets }: SettingsEdit,
): Password | null | undefined {
  if (kind !== 'secret' && kind !== 'held') return undefined
  const secret = kind === 'secret' && Object.hasOwn(secrets, name) ? secrets[name] : undefined
  if (secret !== undefined) return secret
  const removed = typed[settingName('removal', path)] === 'on' && now !== undefined && !required
  return removed ? null : undefined
}

function beforeOf({ now }: Drawn): Changed['before'] {
  if (now instanceof Sealed) return now
  return now === undefined ? null : (plainOf(now) ?? seal<'setting'>(''))
}

/** The form's text for the audit log, by Kazoo's own names. */
function auditTexts(changes: readonly Changed[], when: 'before' | 'after'): AuditDraftValues {
  return Object.fromEntries(changes.map(({ path, texts }) => [path.join('.'), texts[when]]))
}

function defined(texts: Readonly<Partial<Record<string, string>>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])),
  )
}
