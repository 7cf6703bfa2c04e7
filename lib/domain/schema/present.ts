// Presents a form made from a schema to the browser: without ids and secrets.
import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import type { Classifier } from '../../kazoo/classifiers.ts'
import type { Schemas } from '../../kazoo/schemas.ts'
import type { Setting as Kept, Settings } from '../../kazoo/settings.ts'
import type { SchemaDraft, Setting, SettingChoice, SettingGroup } from '../../views/schema-form.ts'
import { settingName } from '../../views/setting-names.ts'
import { groupRank, settingRank } from '../../views/setting-words.ts'
import { labelOfKey } from '../../views/schema-words.ts'
import { resolved } from './check.ts'
import { choicesIn, tableIn } from './choices.ts'
import { draw, type Drawn } from './draw.ts'
import { CLASSIFIED, FORMS, type Noun } from './nouns.ts'
import { hides, plainOf } from './plain.ts'
import { isLocked } from './protected.ts'
import { textOf } from './text.ts'
import { shortenInitialValues } from './digest-initial-values.ts'

/** A form accepts 10,000 characters per field (lib/views/form-check.ts); longer values stay in Kazoo. */
const LONGEST = 9_000

/** The fields of a form for one document, by their names. */
export function fieldsOf(schemas: Schemas, doc: Settings, noun: Noun): ReadonlyMap<string, Drawn> {
  const drawn = draw(schemas, doc, FORMS[noun])
  return new Map(drawn.map((one) => [nameOf(one), short(one)]))
}

function short(drawn: Drawn): Drawn {
  return textOf(drawn).length > LONGEST ? { ...drawn, kind: 'held' } : drawn
}

/** `classifiers`: the classes of phone numbers that this Kazoo knows. */
type Options = { impersonating?: boolean; classifiers?: readonly Classifier[] }

/** The form for the browser. While impersonating, a protected setting has only its name. */
export function toSchemaDraft(
  schemas: Schemas,
  doc: Settings,
  noun: Noun,
  { impersonating = false, classifiers = [] }: Options = {},
): SchemaDraft {
  const fields = fieldsOf(schemas, doc, noun)
  const locks = (drawn: Drawn) => impersonating && isLocked(noun, drawn)
  const open = [...fields].filter(([, drawn]) => !locks(drawn))
  const entries = classifiers.map(({ key, name }) => ({ value: key, label: name }))
  const settings = [...fields].map(([name, drawn]) => toSetting(schemas, name, drawn, locks(drawn), entries))
  return {
    groups: toGroups(settings),
    initialValues: shortenInitialValues(
      Object.fromEntries(open.map(([name, drawn]) => [name, textOf(drawn)])),
    ),
    elsewhere: elsewhereIn(schemas, noun),
  }
}

/** The labels of what the main form edits and the schema has. */
function elsewhereIn(schemas: Schemas, noun: Noun): SchemaDraft['elsewhere'] {
  const { byHand, fields } = FORMS[noun]
  const below = (schema: Schemas['root'] | undefined, key: string) =>
    schema && resolved(schemas, schema).properties.get(key)
  return byHand
    .filter((path) => path.split('.').reduce(below, schemas.root) !== undefined)
    .flatMap((path): SchemaDraft['elsewhere'] => {
      const inside = Object.values(fields).filter((field) => `${field.path}.`.startsWith(`${path}.`))
      const text = path.split('.').map(labelOfKey).join(' · ')
      return inside.length === 0 ? [{ label: null, text }] : inside.map(({ label }) => ({ label, text }))
    })
}

/** The settings by group, in the order of setting-words.ts. JSON and keys without a schema come last. */
function toGroups(settings: readonly Setting[]): SettingGroup[] {
  const sorted = settings.toSorted(
    (one, other) =>
      oddityOf(one) - oddityOf(other) ||
      settingRank(one.path.split('.')) - settingRank(other.path.split('.')),
  )
  const groups = [
    ...Map.groupBy(sorted, ({ path, within }) => (within.length === 0 ? '' : (path.split('.')[0] ?? ''))),
  ]
  return groups
    .map(([path, inside]) => ({ path, label: path === '' ? '' : labelOfKey(path), settings: inside }))
    .toSorted(
      (one, other) =>
        Math.min(...one.settings.map(oddityOf)) - Math.min(...other.settings.map(oddityOf)) ||
        groupRank(one.path) - groupRank(other.path),
    )
}

function oddityOf({ kind, table, undescribed }: Setting): number {
  if (undescribed) return 2
  return kind === 'json' && table === null ? 1 : 0
}

function nameOf({ kind, path }: Drawn): string {
  return settingName(kind === 'secret' ? 'secret' : 'value', path)
}

function toSetting(
  schemas: Schemas,
  name: string,
  drawn: Drawn,
  locked: boolean,
  classes: readonly SettingChoice[],
): Setting {
  const { kind, path, schema, now, required, undescribed } = drawn
  const [key = ''] = path.slice(-1)
  const { preset } = schema
  const hasValue = now !== undefined && !isEmpty(now)
  const bounds = kind === 'number' ? schema.range : kind === 'list' ? schema.count : schema.length
  return {
    name,
    removal:
      (kind === 'held' || kind === 'secret') && hasValue && !required && !locked
        ? settingName('removal', path)
        : null,
    kind,
    label: labelOfKey(key),
    within: path.slice(0, -1).map(labelOfKey),
    path: path.join('.'),
    about: schema.about,
    english: true,
    value: locked ? '' : textOf(drawn),
    set: hasValue && (hides(now) || !isDeepStrictEqual(plainOf(now), preset)),
    preset: kind === 'secret' || kind === 'held' ? '' : textOf({ ...drawn, now: preset }),
    choices: choicesIn(schemas, drawn),
    entries: kind === 'map' && path.join('.') === CLASSIFIED ? classes : [],
    table: tableIn(schemas, drawn),
    least: bounds.least,
    most: bounds.most,
    required,
    locked,
    undescribed,
  }
}

/** Kazoo writes `{}` and `[]` for settings without a value. */
function isEmpty(value: Kept): boolean {
  const plain = plainOf(value)
  return plain === null || (typeof plain === 'object' && Object.keys(plain).length === 0)
}
