// A recorded conversation with a real Crossbar: one call a line.
import { readFileSync } from 'node:fs'
import { isObject, text, type Json, type JsonObject } from '../json.ts'

export interface RecordedCall {
  /** Area and name, as `07_devices/put_softphone`. */
  name: string
  request: { method: string; path: string; headers: JsonObject; body: Json | undefined }
  response: { status: number; headers: JsonObject; body: Json | undefined }
  /** `status`: only codes and messages count. `none`: the call is sent and does not count. */
  score: 'all' | 'status' | 'none'
}

export const recordingNames = ['4.3', '4.3-fields', '4.3-lab', '5.0', '5.0-fields', '5.0-lab'] as const
export type RecordingName = (typeof recordingNames)[number]

/** The calls of a recording, in the order in which they were made. */
export function readRecording(name: RecordingName): RecordedCall[] {
  const file = new URL(`../recordings/${name}.jsonl`, import.meta.url)
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => callOf(JSON.parse(line)))
}

function callOf(line: Json): RecordedCall {
  if (!isObject(line) || !isObject(line['request']) || !isObject(line['response']))
    throw new Error('no recorded call')
  const { request, response } = line
  const score = line['score']
  return {
    name: text(line, 'name') ?? '',
    request: {
      method: text(request, 'method') ?? 'GET',
      path: text(request, 'path') ?? '/',
      headers: headersOf(request),
      body: request['body'],
    },
    response: { status: Number(response['status']), headers: headersOf(response), body: response['body'] },
    score: score === 'status' || score === 'none' ? score : 'all',
  }
}

function headersOf(message: JsonObject): JsonObject {
  const { headers } = message
  return isObject(headers) ? headers : {}
}
