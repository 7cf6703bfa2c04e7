// The documents that two real Crossbars answered with, one for each key and type that occurs in any.
import { isObject, type Json, type JsonObject } from '../../../simulator/json.ts'
import {
  readRecording,
  recordingNames,
  type RecordedCall,
  type RecordingName,
} from '../../../simulator/replay/recording.ts'
import type { KazooVersion } from '../../../scripts/services/simulator.ts'

export type DocumentType = 'account' | 'user' | 'device' | 'vmbox'
export type RecordedDocument = {
  /** The call that was answered with it. */
  call: string
  /** Without its id, and with hex in place of symbols for ids. */
  document: JsonObject
}

const PATHS: Readonly<Record<DocumentType, RegExp>> = {
  account: /^\/v2\/accounts\/<id:\d+>$/,
  user: /^\/v2\/accounts\/<id:\d+>\/users(\/<id:\d+>)?$/,
  device: /^\/v2\/accounts\/<id:\d+>(\/users\/<id:\d+>)?\/devices(\/<id:\d+>)?$/,
  vmbox: /^\/v2\/accounts\/<id:\d+>\/vmboxes(\/<id:\d+>)?$/,
}

/** What Kazoo adds to an answer and does not store under that name (docs/kazoo.md section 9.3). */
const ADDED = ['id', '_read_only']
const ADDED_TO_ACCOUNTS = [
  'api_key',
  'billing_mode',
  'created',
  'enabled',
  'is_reseller',
  'notification_preference',
  'reseller_id',
  'superduper_admin',
  'trial_time_left',
  'wnm_allow_additions',
]

/**
 * Of the recorded documents of that type, the richest first: each in which a key occurs with a type (or a
 * list with a type of item) that none before it had.
 */
export function recordedDocuments(kazoo: KazooVersion, type: DocumentType): RecordedDocument[] {
  const seen = new Set<string>()
  return recordingNames
    .filter((name) => name.startsWith(kazoo))
    .flatMap((name) => readRecording(name).flatMap((call) => answered(name, call, type)))
    .map((recorded) => ({
      recorded,
      shapes: Array.from(shapesOf(recorded.document, ''), (shape) => shape.replace(ALIKE, '$1')),
    }))
    .toSorted((one, other) => other.shapes.length - one.shapes.length)
    .flatMap(({ recorded, shapes }) => {
      const isNew = shapes.some((shape) => !seen.has(shape))
      for (const shape of shapes) seen.add(shape)
      return isNew ? [recorded] : []
    })
}

function answered(name: RecordingName, call: RecordedCall, type: DocumentType): RecordedDocument[] {
  const { request, response } = call
  const data = isObject(response.body) ? response.body['data'] : undefined
  const isRead = ['GET', 'PUT', 'PATCH', 'POST'].includes(request.method)
  if (!isRead || response.status >= 300 || !PATHS[type].test(request.path) || !isObject(data)) return []
  if (typeof data['id'] !== 'string') return []
  const added = type === 'account' ? [...ADDED, ...ADDED_TO_ACCOUNTS] : ADDED
  const kept = Object.entries(data).filter(([key]) => !added.includes(key))
  const document: JsonObject = JSON.parse(withoutSymbols(JSON.stringify(Object.fromEntries(kept))))
  return [{ call: `${name} ${call.name}`, document }]
}

function withoutSymbols(text: string): string {
  return text.replaceAll(/<\w+:(\d+)>/g, (_symbol, n: string) => Number(n).toString(16).padStart(32, 'e'))
}

/** The parts of `call_recording` have one schema, so that one of them stands for all. */
const ALIKE = /^(\.call_recording)(?:\.(?:account|endpoint|any|inbound|outbound|offnet|onnet))+/

function* shapesOf(value: Json, path: string): Generator<string> {
  if (Array.isArray(value)) {
    if (value.length === 0) yield `${path}[]`
    for (const item of value) yield* shapesOf(item, `${path}[]`)
  } else if (isObject(value)) {
    if (Object.keys(value).length === 0) yield `${path}{}`
    for (const [key, inner] of Object.entries(value)) yield* shapesOf(inner, `${path}.${key}`)
  } else yield `${path}:${value === null ? 'null' : typeof value}`
}
