// Checks a document against a schema, with Kazoo's casts and defaults, and errors in Kazoo's words.
import AjvDraft04 from 'ajv-draft-04'
import type { ErrorObject, ValidateFunction } from 'ajv'
import { copy, isObject, type Json, type JsonObject } from '../json.ts'
import type { KazooVersion } from '../crossbar/flavour.ts'
import { changeSchemas, schemas } from './all.ts'
import { addDefaults } from './defaults.ts'
import { kazooErrors, type SchemaError } from './kazoo-errors.ts'
import { pointerKeys } from './pointer.ts'

// The package is CommonJS: Node gives the class itself, bundlers a namespace around it.
const Ajv = AjvDraft04

const compilers = new Map<KazooVersion, InstanceType<typeof Ajv>>()

export interface Checked {
  /** The document with casts and defaults. */
  doc: JsonObject
  errors: SchemaError[]
}

/**
 * Checks a document. Text is first cast to a number or boolean where the schema wants one, and defaults are
 * filled in. The given document is not changed.
 */
export function check(version: KazooVersion, schemaId: string, given: JsonObject): Checked {
  const doc = copy(given)
  const schema = schemas[version][schemaId]
  if (schema) addDefaults(schemas[version], schema, doc)
  const validate = validator(version, schemaId)
  if (validate(doc)) return { doc, errors: [] }
  if (cast(doc, validate.errors ?? []) && validate(doc)) return { doc, errors: [] }
  return { doc, errors: kazooErrors(validate.errors ?? []) }
}

/** Whether there is such a schema. */
export function hasSchema(version: KazooVersion, schemaId: string): boolean {
  return schemas[version][schemaId] !== undefined
}

/** Replaces a part of a schema, at a path with dots between property names; null removes it. */
export function amendSchema(version: KazooVersion, id: string, path: string, part: JsonObject | null): void {
  changeSchemas(version, { [id]: { [path]: part } })
  compilers.delete(version)
}

function validator(version: KazooVersion, schemaId: string): ValidateFunction {
  const compiled = compiler(version).getSchema(schemaId)
  if (!compiled) throw new Error(`no schema ${schemaId}`)
  return compiled
}

function compiler(version: KazooVersion): InstanceType<typeof Ajv> {
  const known = compilers.get(version)
  if (known) return known
  const fresh = new Ajv({
    allErrors: true,
    strict: false,
    verbose: true,
    unicodeRegExp: false,
    validateFormats: true,
    formats: { email: /^[^@]+@[^@]+$/, uri: true, hostname: true },
    logger: false,
  })
  for (const [id, schema] of Object.entries(schemas[version])) fresh.addSchema(readable(schema), id)
  compilers.set(version, fresh)
  return fresh
}

/** Erlang's regular expressions have POSIX classes, JavaScript's do not. */
function readable(schema: JsonObject): JsonObject {
  const text = JSON.stringify(schema).replaceAll('[[:alnum:]_]', '[A-Za-z0-9_]')
  const parsed: unknown = JSON.parse(text)
  return isObject(parsed) ? parsed : {}
}

/** Casts what can be cast; true when anything was. */
function cast(doc: JsonObject, errors: readonly ErrorObject[]): boolean {
  let changed = false
  for (const error of errors) {
    if (error.keyword !== 'type' || typeof error.data !== 'string') continue
    const value = castTo(String(error.params['type']), error.data)
    if (value !== undefined && put(doc, error.instancePath, value)) changed = true
  }
  return changed
}

function castTo(type: string, text: string): Json | undefined {
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : undefined
  if (type === 'integer') return /^-?\d+$/.test(text) ? Number(text) : undefined
  if (type === 'number') return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined
  return undefined
}

function put(doc: JsonObject, pointer: string, value: Json): boolean {
  const keys = pointerKeys(pointer)
  const last = keys.pop()
  let target: Json | undefined = doc
  for (const key of keys)
    target = Array.isArray(target) ? target[Number(key)] : isObject(target) ? target[key] : undefined
  if (last === undefined) return false
  if (Array.isArray(target)) target[Number(last)] = value
  else if (isObject(target)) target[last] = value
  else return false
  return true
}
