// Presents a form made from a schema to the browser: without ids and secrets.
import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import type { Schemas } from '../../kazoo/schemas.ts'
import type { Setting as Kept, Settings } from '../../kazoo/settings.ts'
import { settingName, type SchemaDraft, type Setting, type SettingGroup } from '../../views/schema-form.ts'
import { labelOfKey } from '../../views/schema-words.ts'
import { resolved } from './check.ts'
import { choicesOf, draw, type Drawn } from './draw.ts'
import { FORMS, type Noun } from './nouns.ts'
import { hides, plainOf } from './plain.ts'
import { isLocked } from './protected.ts'
import { lineOf, textOf } from './text.ts'
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

/** The form for the browser. While impersonating, a protected setting has only its name. */
export function toSchemaDraft(
  schemas: Schemas,
  doc: Settings,
  noun: Noun,
  impersonating = false,
): SchemaDraft {
  const fields = fieldsOf(schemas, doc, noun)
  const locks = (drawn: Drawn) => impersonating && isLocked(noun, drawn)
  const open = [...fields].filter(([, drawn]) => !locks(drawn))
  // Ungrouped settings come first.
  const groups = new Map<string, Setting[]>([['', []]])
  for (const [name, drawn] of fields) {
    const key = drawn.path.length > 1 ? (drawn.path[0] ?? '') : ''
    groups.set(key, [...(groups.get(key) ?? []), toSetting(schemas, name, drawn, locks(drawn))])
  }
  return {
    groups: [...groups].flatMap(([path, settings]): SettingGroup[] =>
      settings.length === 0 ? [] : [{ path, label: labelOfKey(path), settings }],
    ),
    initialValues: shortenInitialValues(
      Object.fromEntries(open.map(([name, drawn]) => [name, textOf(drawn)])),
    ),
    elsewhere: FORMS[noun].byHand
      .filter((path) => path.split('.').reduce(below, schemas.root) !== undefined)
      .map((path) => path.split('.').map(labelOfKey).join(' · ')),
  }

  function below(schema: Schemas['root'] | undefined, key: string) {
    return schema && resolved(schemas, schema).properties.get(key)
  }
}

function nameOf({ kind, path }: Drawn): string {
  return settingName(kind === 'secret' ? 'secret' : 'value', path)
}

function toSetting(schemas: Schemas, name: string, drawn: Drawn, locked: boolean): Setting {
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
    value: locked ? '' : textOf(drawn),
    set: hasValue && (hides(now) || !isDeepStrictEqual(plainOf(now), preset)),
    preset: kind === 'secret' || kind === 'held' ? '' : textOf({ ...drawn, now: preset }),
    choices: choicesIn(schemas, drawn),
    least: bounds.least,
    most: bounds.most,
    required,
    locked,
    undescribed,
  }
}

function choicesIn(schemas: Schemas, { kind, schema }: Drawn): string[] {
  const items = kind === 'list' && schema.items ? resolved(schemas, schema.items) : null
  const choices = kind === 'choice' ? choicesOf(schema) : items && choicesOf(items)
  return (choices ?? []).map(lineOf)
}

/** Kazoo writes `{}` and `[]` for settings without a value. */
function isEmpty(value: Kept): boolean {
  const plain = plainOf(value)
  return plain === null || (typeof plain === 'object' && Object.keys(plain).length === 0)
}
