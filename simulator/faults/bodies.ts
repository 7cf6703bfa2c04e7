// Bodies that an upstream should never send; where real ones would, they quote the token and the path they
// were asked with.
import { isObject, type Json, type JsonObject } from '../json.ts'

/** What a careless upstream quotes in its errors. */
export type Call = { path: string; token: string }

const messages: Readonly<Record<number, { message: string; data: Json }>> = {
  400: {
    message: 'validation error',
    data: { name: { required: { message: 'Field is required but missing' } } },
  },
  401: { message: 'invalid_credentials', data: { message: 'invalid credentials' } },
  402: {
    message: 'accept charges',
    data: [
      {
        activation_charges: [],
        items: [
          {
            category: 'devices',
            item: 'sip_device',
            name: 'SIP Device',
            quantity: 4,
            billable: 4,
            rate: 5,
            total: 20,
            changes: { type: 'modified', difference: { quantity: 1, billable: 1 } },
          },
        ],
        taxes: [],
        summary: { today: 0, recurring: 20 },
        plan: {},
        bookkeeper: {},
      },
    ],
  },
  403: { message: 'forbidden', data: { message: 'forbidden' } },
  404: { message: 'bad_identifier', data: { message: 'bad identifier', cause: '0'.repeat(32) } },
  405: { message: 'invalid_method', data: { message: 'method not allowed' } },
  409: { message: 'datastore_conflict', data: { message: 'conflicting documents' } },
  429: { message: 'too_many_requests', data: { message: 'too many requests' } },
  500: { message: 'datastore_fault', data: { message: 'unknown failure', cause: 'insufficient_bookies' } },
}

/** Kazoo's error envelope; `tokens` as 5.0 adds them. */
export function errorEnvelope(status: number, { token }: Call, tokens = false): string {
  const { message, data } = messages[status] ?? {
    message: 'unspecified_fault',
    data: { message: 'unspecified fault' },
  }
  return JSON.stringify({
    data,
    error: String(status),
    message,
    status: 'error',
    ...(tokens ? { tokens: { consumed: 1, remaining: 0 } } : {}),
    auth_token: token,
  })
}

/** The page of a proxy in front of Kazoo. */
export function badGateway(status: number, { path, token }: Call): string {
  return `<html>\r\n<head><title>${status} Bad Gateway</title></head>\r\n<body>\r\n<center><h1>${status} Bad Gateway</h1></center>
<p>upstream ${path} (x-auth-token: ${token})</p>\r\n<hr><center>nginx/1.24.0</center>\r\n</body>\r\n</html>\r\n`
}

/** A success whose data are nested objects, so many levels deep. */
export function deepJson(levels: number): string {
  return `{"data":${'{"a":'.repeat(levels)}1${'}'.repeat(levels)},"status":"success"}`
}

/**
 * The real answer, with keys that poison a careless merge, in the envelope and in every object of its data.
 */
export function polluted(body: string): string {
  const poison = '"__proto__":{"polluted":true,"enabled":false},"constructor":{"prototype":{"polluted":true}}'
  return inserted(body, poison)
}

/** The real answer, in which each object first has another value under each of its keys. */
export function duplicated(body: string): string {
  return inserted(
    body,
    '"id":"ffffffffffffffffffffffffffffffff","name":"duplicate","data":{},"status":"error"',
  )
}

function inserted(body: string, first: string): string {
  const envelope: Json = JSON.parse(body)
  if (!isObject(envelope)) return body
  const { data, ...rest } = envelope
  return prefixed(rest, first, data === undefined ? '' : `,"data":${dataWith(data, first)}`)
}

function dataWith(data: Json, first: string): string {
  if (Array.isArray(data)) return `[${data.map((row) => dataWith(row, first)).join(',')}]`
  return isObject(data) ? prefixed(data, first, '') : JSON.stringify(data)
}

function prefixed(object: JsonObject, first: string, last: string): string {
  const members = JSON.stringify(object).slice(1, -1)
  return `{${first}${members === '' ? '' : `,${members}`}${last}}`
}
