// Page cursors: a view key as an Erlang external term, in base64url, as Kazoo's `next_start_key` is.
import type { Json } from '../json.ts'

const VERSION = 131
const SMALL_INTEGER = 97
const INTEGER = 98
const NIL = 106
const LIST = 108
const BINARY = 109
const ATOM = 119

/** The cursor of a key: text, a whole number, null, true, false, or a list of those. */
export function encodeCursor(key: Json): string {
  return Buffer.concat([Buffer.of(VERSION), term(key)]).toString('base64url')
}

/** The key of a cursor; text that is not a cursor is itself the key. */
export function decodeCursor(cursor: string): Json {
  const bytes = Buffer.from(cursor, 'base64url')
  if (bytes[0] !== VERSION || bytes.toString('base64url') !== cursor.replace(/=+$/, '')) return cursor
  try {
    return new Reader(bytes.subarray(1)).read()
  } catch {
    return cursor
  }
}

function term(key: Json): Buffer {
  if (Array.isArray(key)) {
    const head = Buffer.alloc(5)
    head[0] = LIST
    head.writeUInt32BE(key.length, 1)
    return Buffer.concat([head, ...key.map(term), Buffer.of(NIL)])
  }
  if (typeof key === 'number') {
    const bytes = Buffer.alloc(5)
    bytes[0] = INTEGER
    bytes.writeInt32BE(key, 1)
    return key >= 0 && key < 256 ? Buffer.of(SMALL_INTEGER, key) : bytes
  }
  if (key === null || typeof key === 'boolean') {
    const name = Buffer.from(String(key))
    return Buffer.concat([Buffer.of(ATOM, name.length), name])
  }
  const text = Buffer.from(typeof key === 'string' ? key : JSON.stringify(key))
  const head = Buffer.alloc(5)
  head[0] = BINARY
  head.writeUInt32BE(text.length, 1)
  return Buffer.concat([head, text])
}

class Reader {
  readonly #bytes: Buffer
  #at = 0

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  read(): Json {
    const tag = this.#bytes.readUInt8(this.#at++)
    if (tag === SMALL_INTEGER) return this.#bytes.readUInt8(this.#at++)
    if (tag === ATOM) return this.#atom()
    const size = tag === NIL ? 0 : this.#bytes.readInt32BE(this.#at)
    if (tag === INTEGER || tag === BINARY || tag === LIST) this.#at += 4
    if (tag === INTEGER) return size
    if (tag === BINARY) {
      this.#at += size
      return this.#bytes.toString('utf8', this.#at - size, this.#at)
    }
    if (tag === NIL) return []
    if (tag !== LIST || size > this.#bytes.length) throw new Error('not a cursor of ours')
    const items = Array.from({ length: size }, () => this.read())
    this.#at++
    return items
  }

  #atom(): Json {
    const end = this.#at + 1 + this.#bytes.readUInt8(this.#at)
    const name = this.#bytes.toString('utf8', this.#at + 1, end)
    this.#at = end
    return name === 'null' ? null : name === 'true' || name === 'false' ? name === 'true' : name
  }
}
