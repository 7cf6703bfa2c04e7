// Decides which field each part of a schema becomes, by the schema and the current values.
import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import { isForbiddenKey } from '../../kazoo/body.ts'
import { ANYTHING, schemaFrom } from '../../kazoo/schema-doc.ts'
import type { Json, Schema, Schemas } from '../../kazoo/schemas.ts'
import { isSecretKey } from '../../kazoo/key-names.ts'
import type { Setting, Settings } from '../../kazoo/settings.ts'
import type { SettingKind } from '../../views/schema-form.ts'
import { faultOf, resolved } from './check.ts'
import { hides, isRecord, plainOf } from './plain.ts'

/** A field: its path, its schema, its current value. */
export type Drawn = {
  readonly path: readonly string[]
  readonly kind: SettingKind
  readonly schema: Schema
  readonly now: Setting | undefined
  readonly required: boolean
  /** For a map whose entries are objects with one key: that key, which its lines omit. */
  readonly inner: string | null
  /** No schema describes it. */
  readonly undescribed: boolean
}

/** The fields of a form, by their names. */
export type Fields = ReadonlyMap<string, Drawn>

/** The paths (with dots) of the main form, and those that must not be shown. */
export type LeftOut = { readonly byHand: readonly string[]; readonly ids: readonly string[] }

const DEEPEST = 8
/** The maximum number of fields; the rest is drawn as JSON with its parent, or not at all. */
export const MOST_FIELDS = 600
const KEY = /^[\p{L}\p{N}_.@ -]{1,64}$/u

function isDrawn(key: string, { path }: { path: readonly string[] }): boolean {
  return KEY.test(key) && !isForbiddenKey(key, path.length)
}

/** The schema of a value that no schema describes: its own type. */
function schemaOf(value: Setting): Schema {
  return typeof value === 'object' ? ANYTHING : schemaFrom({ type: typeof value }, { left: 20 })
}

type Position = {
  path: readonly string[]
  schema: Schema
  now: Setting | undefined
  required: boolean
  through: readonly string[]
}

/** Every field of a form for `doc`, in the order of the schema. */
export function draw(schemas: Schemas, doc: Settings, left: LeftOut): Drawn[] {
  const drawn: Drawn[] = []
  const root: Position = { path: [], schema: schemas.root, now: doc, required: false, through: [] }

  function inside(here: Position): void {
    const record = isRecord(here.now) ? here.now : {}
    for (const [key, schema] of here.schema.properties) {
      const path = [...here.path, key]
      if (!isDrawn(key, here)) continue
      const now = Object.hasOwn(record, key) ? record[key] : undefined
      const position = { ...here, path, schema, now, required: here.schema.required.has(key) }
      if (left.byHand.includes(path.join('.')))
        undescribed({ ...position, schema: resolved(schemas, schema) })
      else one(position)
    }
    ownUndescribed(here)
  }

  /** What lies in and below an object that another form edits, and is in no schema. */
  function undescribed(here: Position): void {
    if (!isGroup(here.schema, here.now) || here.path.length >= DEEPEST) return
    const record = isRecord(here.now) ? here.now : {}
    for (const [key, schema] of here.schema.properties) {
      const now = Object.hasOwn(record, key) ? record[key] : undefined
      if (isRecord(now))
        undescribed({ ...here, path: [...here.path, key], schema: resolved(schemas, schema), now })
    }
    ownUndescribed(here)
  }

  /** The keys of an object that its schema does not describe, from older versions and other programs. */
  function ownUndescribed({ path, schema, now }: Position): void {
    for (const [key, value] of Object.entries(isRecord(now) ? now : {})) {
      const known = schema.properties.has(key) || left.byHand.includes([...path, key].join('.'))
      if (known || value === null || !isDrawn(key, { path })) continue
      if (drawn.length >= MOST_FIELDS) return
      const here = { path: [...path, key], schema: schemaOf(value), now: value, required: false, through: [] }
      drawn.push({ ...field(schemas, here, left), undescribed: true })
    }
  }

  function one(position: Position): void {
    if (drawn.length >= MOST_FIELDS) return
    const now = position.now ?? undefined
    const known = fitting(schemas, resolved(schemas, position.schema), now)
    const through =
      position.schema.ref === null ? position.through : [...position.through, position.schema.ref]
    const here = { ...position, now, schema: known, through }
    const circular = through.length !== new Set(through).size
    const byId = left.ids.includes(position.path.join('.'))
    if (!byId && !circular && position.path.length < DEEPEST && isGroup(known, now)) return inside(here)
    drawn.push(field(schemas, here, left))
  }

  inside(root)
  return drawn
}

function field(schemas: Schemas, { path, schema, now, required }: Position, left: LeftOut): Drawn {
  const plain = { path, schema, now, required, inner: null, undescribed: false }
  const [last = ''] = path.slice(-1)
  if (left.ids.includes(path.join('.'))) return { ...plain, kind: 'held' }
  if (isSecretKey(last) && isScalar(schema)) return { ...plain, kind: 'secret' }
  if (hides(now)) return { ...plain, kind: 'held' }
  const entry = schema.others && resolved(schemas, schema.others)
  if (entry && isObject(schema) && schema.properties.size === 0 && !hasChoice(schema)) {
    const only = entry.properties.size === 1 && entry.others === null ? [...entry.properties] : []
    const [[inner, wrapped] = [null, entry] as const] = only
    const ofEntries = resolved(schemas, wrapped)
    if (kindOf(schemas, ofEntries) !== 'json' && isScalar(ofEntries) && entriesFit(now, inner))
      return { ...plain, kind: 'map', inner }
  }
  const kind = kindOf(schemas, schema)
  // Kazoo reads a number as text, and refuses to save most of them: as JSON it can be told from text.
  const fits = now === undefined || (ACCEPTS[kind](now) && !(typeof now === 'number' && is(schema, 'string')))
  return { ...plain, kind: fits ? kind : 'json' }
}

/** The kind of a field by its schema alone. */
export function kindOf(schemas: Schemas, schema: Schema): SettingKind {
  const { types } = schema
  if (choicesOf(schema) !== null && types.every((type) => type !== 'array' && type !== 'object'))
    return 'choice'
  if (is(schema, 'boolean')) return 'truth'
  if (is(schema, 'integer', 'number')) return 'number'
  if (is(schema, 'string', 'integer', 'number')) return 'text'
  const items = schema.items && resolved(schemas, schema.items)
  if (is(schema, 'array') && items && (isScalar(items) || choicesOf(items) !== null)) return 'list'
  return 'json'
}

/** The choices: those listed, and yes and no beside those listed in another alternative. */
export function choicesOf(schema: Schema): readonly Json[] | null {
  if (schema.choices !== null) return short(schema.choices)
  if (schema.alternatives.length < 2) return null
  const each = schema.alternatives.map((one) => (is(one, 'boolean') ? [true, false] : one.choices))
  return each.every((choices) => choices !== null) ? short(each.flat()) : null
}

/** A longer list becomes a text field, which is validated all the same. */
function short(choices: readonly Json[]): readonly Json[] | null {
  const plain = choices.every((one) => one === null || typeof one !== 'object')
  return plain && choices.length > 0 && choices.length <= 200 ? choices : null
}

/** The alternative that matches the current value; the first where there is none. */
function fitting(schemas: Schemas, schema: Schema, now: Setting | undefined): Schema {
  if (schema.alternatives.length === 0 || choicesOf(schema) !== null) return schema
  const each = schema.alternatives.map((one) => resolved(schemas, one))
  const plain = now === undefined ? undefined : plainOf(now)
  const fit =
    plain === undefined || isDeepStrictEqual(plain, {})
      ? clearest(each)
      : each.find((one) => faultOf(schemas, one, plain) === null)
  return fit === undefined ? schema : { ...fit, about: schema.about || fit.about, preset: schema.preset }
}

/** The first alternative; of objects the first that names its keys. */
function clearest(each: readonly Schema[]): Schema | undefined {
  const [first] = each
  return first && isObject(first) ? (each.find((one) => isGroup(one, undefined)) ?? first) : first
}

function isGroup(schema: Schema, now: Setting | undefined): boolean {
  if (schema.properties.size === 0 || schema.others !== null || !isObject(schema)) return false
  return now === undefined || isRecord(now)
}

function is(schema: Schema, ...types: readonly string[]): boolean {
  return schema.types.length > 0 && schema.types.every((type) => types.includes(type) || type === 'null')
}

/** Whether a schema describes objects. */
export function isObject(schema: Schema): boolean {
  return schema.types.length === 0 || is(schema, 'object')
}

function isScalar(schema: Schema): boolean {
  return is(schema, 'string', 'integer', 'number', 'boolean')
}

function hasChoice(schema: Schema): boolean {
  return schema.alternatives.length > 0 || schema.choices !== null
}

const ACCEPTS: Readonly<Record<SettingKind, (now: Setting) => boolean>> = {
  truth: (now) => typeof now === 'boolean',
  number: (now) => typeof now === 'number',
  // Kazoo accepts numbers where the schema asks for text, and stores them unchanged (docs/kazoo.md section
  // 25.21).
  text: (now) => typeof now === 'string' || typeof now === 'number',
  choice: (now) => typeof now !== 'object',
  list: (now) => Array.isArray(now) && now.every((item) => isLine(item) && item !== ''),
  map: () => true,
  json: () => true,
  secret: () => true,
  held: () => true,
}

function entriesFit(now: Setting | undefined, inner: string | null): boolean {
  if (now === undefined) return true
  if (!isRecord(now)) return false
  return Object.entries(now).every(([key, entry]) => {
    if (/[:\n]/.test(key) || key.trim() !== key) return false
    if (inner === null) return isLine(entry)
    return isRecord(entry) && Object.keys(entry).every((each) => each === inner) && isLine(entry[inner])
  })
}

function isLine(value: Setting | undefined): boolean {
  return typeof value === 'string'
    ? !value.includes('\n') && value.trim() === value
    : typeof value !== 'object'
}
