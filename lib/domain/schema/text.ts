// Converts settings to the text of their fields, and typed text back to settings.
import 'server-only'
import { isForbiddenKey } from '../../kazoo/body.ts'
import { documentFaults, looseFaults } from '../../kazoo/outgoing.ts'
import type { Json, Schemas } from '../../kazoo/schemas.ts'
import { containsKazooId } from '../../kazoo/ids.ts'
import type { SettingKind } from '../../views/schema-form.ts'
import { jsonFault } from '../../views/json-fault.ts'
import { isIdentifier, isLine, isText, withPlainLineEnds } from '../../views/text-rules.ts'
import type { LocalizedMessage } from '../../i18n/message-key.ts'
import { faultOf, resolved } from './check.ts'
import { choicesOf, type Drawn } from './draw.ts'
import { isRecord, plainOf } from './plain.ts'

/** The result of a field: a value, or null to remove it; or why it is refused. */
export type Reading = { ok: true; value: Json } | { ok: false; message: LocalizedMessage }

const refused = (message: LocalizedMessage): Reading => ({ ok: false, message })

/** The current text of a setting's field. Empty: nothing is set. */
export function textOf(drawn: Drawn): string {
  return typedText(writtenOf(drawn))
}

function writtenOf({ kind, now, inner }: Drawn): string {
  const value = now === undefined ? undefined : plainOf(now)
  if (value === undefined || value === null || kind === 'secret' || kind === 'held') return ''
  if (kind === 'list' && Array.isArray(value)) return value.map(lineOf).join('\n')
  if (kind === 'map' && isObject(value)) {
    const entry = (of: Json) => lineOf(inner !== null && isObject(of) ? (of[inner] ?? '') : of)
    return sorted(value)
      .map(([key, of]) => `${key}: ${entry(of)}`)
      .join('\n')
  }
  return kind === 'json' ? JSON.stringify(inOrder(value), null, 2) : lineOf(value)
}

/** Kazoo stores keys in no order; equal values need equal texts. */
function inOrder(value: Json): Json {
  if (isList(value)) return value.map(inOrder)
  if (!isObject(value)) return value
  return Object.fromEntries(sorted(value).map(([key, inner]) => [key, inOrder(inner)]))
}

function sorted(value: { readonly [key: string]: Json }): [string, Json][] {
  return Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))
}

/** A value as one line of text. */
export function lineOf(value: Json): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** The typed text with normal line ends and without surrounding blanks. No other character is removed. */
export function typedText(text: string): string {
  return withPlainLineEnds(text).replaceAll(/^[ \t\n]+|[ \t\n]+$/g, '')
}

/** The setting for the text in the field of `drawn`. */
export function read(schemas: Schemas, drawn: Drawn, typed: string): Reading {
  if (typed === '') return drawn.required ? refused('messages.refused.needed') : { ok: true, value: null }
  // Ids are neither shown nor accepted: one could name a resource of another account.
  if (containsKazooId(typed)) return refused('messages.schema.id')
  if (!isTyped(drawn, typed)) return refused('rules.characters')
  const fault = drawn.kind === 'json' ? jsonFault(typed) : null
  if (fault !== null)
    return refused({
      key: fault.why === 'twice' ? 'messages.schema.twice' : 'messages.schema.json',
      values: { line: fault.line },
    })
  const value = READERS[drawn.kind](schemas, drawn, typed)
  if (value === undefined)
    return refused(drawn.kind === 'map' ? 'messages.schema.pairs' : 'messages.refused.kind')
  if (!sendable(value, drawn.path.length - 1)) return refused('messages.schema.keys')
  const message = faultOf(schemas, drawn.schema, value) ?? outgoingFault(drawn, value)
  return message === null ? { ok: true, value } : refused(message)
}

/**
 * Whether the characters suit the kind: a line is a single one, and a name or an address has no invisible
 * characters.
 */
function isTyped({ kind, now, schema, path }: Drawn, typed: string): boolean {
  if (!isText(typed)) return false
  if (kind === 'map') return linesOf(typed).every((line) => isIdentifier(line.split(':')[0] ?? ''))
  if (kind !== 'text') return true
  const name = schema.email || schema.url || path[0] === 'sip'
  const several = typeof now === 'string' && now.includes('\n')
  return name ? isIdentifier(typed) : several || isLine(typed)
}

function outgoingFault({ kind, path, schema }: Drawn, value: Json): LocalizedMessage | null {
  const faults = kind === 'json' ? looseFaults(path, value) : documentFaults(path, value, schema.url)
  const [first = null] = Object.values(faults)
  return first
}

type Reader = (schemas: Schemas, drawn: Drawn, typed: string) => Json | undefined

/** The parser for the text of each kind. */
const READERS: Readonly<Record<SettingKind, Reader>> = {
  text: (_schemas, _drawn, typed) => typed,
  truth: (_schemas, _drawn, typed) => (typed === 'true' ? true : typed === 'false' ? false : undefined),
  number: (_schemas, _drawn, typed) => numberOf(typed),
  choice: (_schemas, { schema }, typed) =>
    choicesOf(schema)?.find((choice) => lineOf(choice) === typed) ?? typed,
  list: (schemas, { schema }, typed) => {
    const items = schema.items && resolved(schemas, schema.items)
    return linesOf(typed).map((line) => scalarOf(items, line))
  },
  map: mapOf,
  json: (_schemas, _drawn, typed) => jsonOf(typed),
  secret: () => undefined,
  held: () => undefined,
}

function mapOf(schemas: Schemas, { schema: { others }, inner }: Drawn, typed: string): Json | undefined {
  const entry = others && resolved(schemas, others)
  const of = inner === null ? entry : (entry?.properties.get(inner) ?? null)
  const found = new Map<string, Json>()
  for (const line of linesOf(typed)) {
    const at = line.indexOf(':')
    const key = line.slice(0, at).trim()
    const value = scalarOf(of && resolved(schemas, of), line.slice(at + 1).trim())
    if (at < 1 || found.has(key)) return undefined
    found.set(key, inner === null ? value : { [inner]: value })
  }
  return Object.fromEntries(found)
}

function scalarOf(schema: Drawn['schema'] | null, typed: string): Json {
  const choice = schema?.choices?.find((one) => lineOf(one) === typed)
  if (choice !== undefined) return choice
  const types = schema?.types ?? []
  if (types.includes('string') || types.length === 0) return typed
  if (types.includes('boolean') && /^(?:true|false)$/.test(typed)) return typed === 'true'
  return numberOf(typed) ?? typed
}

function linesOf(typed: string): string[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function numberOf(typed: string): number | undefined {
  const number = /^[+-]?\d{1,15}(?:[.,]\d{1,10})?$/.test(typed) ? Number(typed.replace(',', '.')) : Number.NaN
  return Number.isFinite(number) ? number : undefined
}

const DEEPEST = 24

function jsonOf(typed: string): Json | undefined {
  try {
    return asJson(JSON.parse(typed), 0)
  } catch {
    return undefined
  }
}

function asJson(value: unknown, depth: number): Json {
  if (depth > DEEPEST) throw new RangeError('nested too deep')
  if (Array.isArray(value)) return value.map((item: unknown) => asJson(item, depth + 1))
  if (isRecord(value))
    return Object.fromEntries(Object.entries(value).map(([key, of]) => [key, asJson(of, depth + 1)]))
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

/**
 * Whether the client can send it: no key of Kazoo's own, and in a list neither lists nor `{}`, which would
 * arrive as null.
 */
function sendable(value: Json, depth: number): boolean {
  if (isList(value))
    return value.every((item) => sendable(item, depth) && !isList(item) && !(isObject(item) && isBare(item)))
  if (!isObject(value)) return true
  return Object.entries(value).every(
    ([key, of]) =>
      key !== '' && key !== 'priv_level' && !isForbiddenKey(key, depth + 1) && sendable(of, depth + 1),
  )
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isBare(value: object): boolean {
  return Object.keys(value).length === 0
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
