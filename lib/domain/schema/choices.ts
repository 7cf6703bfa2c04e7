// Finds what can be chosen for a setting: its values, and the columns of a map or a list of flat objects.
import 'server-only'
import { isSecretKey } from '../../kazoo/key-names.ts'
import type { Json, Schema, Schemas } from '../../kazoo/schemas.ts'
import type { Column, SettingChoice, Table } from '../../views/schema-form.ts'
import { labelOfKey } from '../../views/schema-words.ts'
import { resolved } from './check.ts'
import { choicesOf, isObject, kindOf, type Drawn } from './draw.ts'
import { lineOf } from './text.ts'

/** The choices of a setting, of the items of a list, or of the values of a map. */
export function choicesIn(schemas: Schemas, { kind, schema, inner }: Drawn): SettingChoice[] {
  if (kind === 'choice') return choicesFrom(choicesOf(schema))
  const of = kind === 'list' ? schema.items : kind === 'map' ? schema.others : null
  const entry = of && resolved(schemas, of)
  const value = inner === null ? entry : entry?.properties.get(inner)
  return choicesFrom(value ? choicesOf(resolved(schemas, value)) : null)
}

/** The rows of a JSON setting, or null where it is not a map or a list of flat objects. */
export function tableIn(schemas: Schemas, { kind, schema }: Drawn): Table | null {
  const keyed = schema.others !== null
  const of = schema.others ?? schema.items
  if (kind !== 'json' || of === null) return null
  const entry = resolved(schemas, of)
  if (!isObject(entry) || entry.others !== null || entry.alternatives.length > 0) return null
  const columns = [...entry.properties].map(([key, inner]) =>
    columnOf(schemas, key, resolved(schemas, inner)),
  )
  const shown = columns.filter((column) => column !== null)
  return shown.length > 0 && shown.length === columns.length ? { keyed, name: '', columns: shown } : null
}

function columnOf(schemas: Schemas, key: string, schema: Schema): Column | null {
  const kind = kindOf(schemas, schema)
  const choices = choicesOf(schema) ?? []
  if (isSecretKey(key) || choices.some((choice) => typeof choice !== 'string')) return null
  if (kind !== 'text' && kind !== 'number' && kind !== 'truth' && kind !== 'choice') return null
  return { key, label: labelOfKey(key), kind, choices: choicesFrom(choices) }
}

function choicesFrom(choices: readonly Json[] | null): SettingChoice[] {
  return (choices ?? []).map(lineOf).map((value) => ({ value, label: value }))
}
