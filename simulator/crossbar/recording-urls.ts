// Kazoo's own check of the URLs where call recordings are stored.
import { isObject, type Json, type JsonObject } from '../json.ts'
import type { SchemaError } from '../schemas/kazoo-errors.ts'
import type { Call } from './call.ts'
import { plainError, refuse } from './refusals.ts'

/** 4.3 reports a URL that is not text; 5.0 crashes on it. */
export function* recordingUrlErrors(call: Call, doc: JsonObject): Generator<SchemaError> {
  const recording = doc['call_recording']
  if (!isObject(recording)) return
  for (const { path, value } of urls(recording, ['call_recording'])) {
    if (typeof value === 'string') continue
    if (call.sim.flavour.kazoo === '5.0') refuse(plainError(500, 'validation failed to run on the server'))
    yield { path, keyword: 'error', info: { message: 'invalid client URL', value } }
  }
}

function* urls(within: JsonObject, path: string[]): Generator<{ path: string[]; value: Json }> {
  for (const [key, value] of Object.entries(within)) {
    if (key === 'url') yield { path: [...path, key], value }
    else if (isObject(value)) yield* urls(value, [...path, key])
  }
}
