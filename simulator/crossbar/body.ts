// Reading a request's body: the envelope, or a file.
import { isObject, type Json, type JsonObject } from '../json.ts'
import type { Upload } from './call.ts'
import { refuse, validationError } from './refusals.ts'

/** Bytes; one more is refused with 400. */
const LIMIT = 8_000_000

export interface Body {
  envelope: JsonObject
  data: Json
  upload?: Upload
}

/**
 * Parses the body by its Content-Type: none and form data are tried as JSON, any other type is a file.
 * @throws Refusal 400 for a body that is not JSON, is too large, or has no `data`
 */
export function readBody(bytes: Buffer, contentType: string, fileName: string): Body {
  if (bytes.length > LIMIT)
    refuse(
      validationError({
        file: {
          maxSize: { message: `Payload or Files must not be more than ${LIMIT} bytes`, target: LIMIT },
        },
      }),
    )
  if (bytes.length === 0) return { envelope: {}, data: {} }
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? ''
  if (type === 'application/base64' || type === 'application/x-base64')
    return { envelope: {}, data: {}, upload: fromBase64(bytes.toString('latin1'), fileName) }
  if (isJson(type)) return readEnvelope(bytes)
  return { envelope: {}, data: {}, upload: { type, name: fileName, bytes } }
}

/** Whether `data` is required, and of which type. */
export function checkEnvelope(envelope: JsonObject): void {
  const { data } = envelope
  if (data === undefined)
    refuse(
      validationError({ data: { required: { message: 'Field is required but missing', value: envelope } } }),
    )
  if (!isObject(data) && !Array.isArray(data)) {
    const target = 'object, array'
    const message = `Value did not match type(s): ${target}`
    refuse(validationError({ data: { type: { message, target, value: data ?? null } } }))
  }
}

function isJson(type: string): boolean {
  return (
    type === '' ||
    type === 'application/json' ||
    type === 'application/x-json' ||
    type === 'application/x-www-form-urlencoded' ||
    type.startsWith('multipart/')
  )
}

function readEnvelope(bytes: Buffer): Body {
  let parsed: Json
  try {
    parsed = JSON.parse(bytes.toString('utf8'))
  } catch {
    refuse(validationError({ json: { invalid: { message: 'decoder_exit around 0', target: 'body' } } }))
  }
  if (!isObject(parsed))
    refuse(validationError({ json: { invalid: { message: 'All JSON must be valid', target: 'body' } } }))
  const envelope: JsonObject = {}
  for (const [key, value] of Object.entries(parsed)) envelope[key.toLowerCase().replaceAll('-', '_')] = value
  return { envelope, data: envelope['data'] ?? {} }
}

/** A data URL, or bare base64. */
function fromBase64(encoded: string, name: string): Upload {
  const found = /^data:([^;,]*)[^,]*,(.*)$/s.exec(encoded)
  const type = found?.[1] ?? 'application/octet-stream'
  return { type, name, bytes: Buffer.from(found?.[2] ?? encoded, 'base64') }
}
