// Every secret and id that this run stores or sent out. One that is found anywhere outside is a leak.
import { isObject, type Json, type JsonObject } from './json.ts'

export type CanaryKind =
  | 'account'
  | 'document'
  | 'token'
  | 'api-key'
  | 'password'
  | 'credentials'
  | 'sip-username'
  | 'sip-password'
  | 'signature-secret'
  | 'reset-id'
  | 'cursor'

export interface Canary {
  kind: CanaryKind
  value: string
}

const PRIVATE_KEYS: Readonly<Record<string, CanaryKind>> = {
  pvt_api_key: 'api-key',
  pvt_md5_auth: 'credentials',
  pvt_sha1_auth: 'credentials',
  pvt_signature_secret: 'signature-secret',
}

/** Ids that nobody chose: UUIDs, upper case and other lengths occur in databases that are older. */
const ID = /^[0-9a-f-]{24,}$/i

export class Canaries {
  #kinds = new Map<string, CanaryKind>()

  /** Notes a value and returns it. */
  add(kind: CanaryKind, value: string): string {
    if (value !== '' && !this.#kinds.has(value)) this.#kinds.set(value, kind)
    return value
  }

  /** Notes what is secret in a stored document: its id, keys, hashes and SIP credentials. */
  addDocument(doc: JsonObject): void {
    const id = doc['_id']
    if (typeof id === 'string' && ID.test(id))
      this.add(doc['pvt_type'] === 'account' ? 'account' : 'document', id)
    for (const [key, kind] of Object.entries(PRIVATE_KEYS)) this.#addText(kind, doc[key])
    const sip = doc['sip']
    if (isObject(sip)) {
      this.#addText('sip-password', sip['password'])
      if (doc['pvt_type'] === 'device') this.#addText('sip-username', sip['username'])
    }
  }

  list(): Canary[] {
    return Array.from(this.#kinds, ([value, kind]) => ({ kind, value }))
  }

  #addText(kind: CanaryKind, value: Json | undefined): void {
    if (typeof value === 'string') this.add(kind, value)
  }
}
