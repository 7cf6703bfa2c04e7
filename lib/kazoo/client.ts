// Calls a Crossbar with one token: tokens and ids are unsealed here, at the last moment, and envelopes are
// unwrapped here.
import 'server-only'
import type { z } from 'zod'
import { env } from '../env.ts'
import { NotFound, Rejected } from '../errors.ts'
import { Sealed, seal, unseal } from '../sealed.ts'
import type { Kind } from '../views/ids.ts'
import type { LocalizedMessage } from '../i18n/message-key.ts'
import { isForbiddenKey, type Body } from './body.ts'
import { sendWithRetry } from './send-with-retry.ts'
import type { Lookup } from './egress.ts'
import { documentIn, nextIn, rowsIn } from './envelope.ts'
import type { Method } from './exchange.ts'
import { isKazooId, type ApiToken, type KazooId } from './ids.ts'
import type { CrossbarOrigin } from './origin.ts'
import { documentFaults, type DocumentFaults } from './outgoing.ts'
import { nounAt, protectedFaults } from './protected-paths.ts'
import { refusal } from './refusal.ts'

/** A path in Kazoo. `template` has `_` for every id, and is the only part that may be shown. */
export type Path = { readonly template: string; readonly text: Sealed<'path'> }
export type Query = Readonly<Record<string, string | number | boolean>>
/** Rows, and where the next page begins. */
export type Page<T> = { rows: T[]; next: KazooId<'cursor'> | null }
/** Our names of fields by Kazoo's paths. */
export type Fields = Readonly<Record<string, string>>

type Id = KazooId<Exclude<Kind, 'cursor'>>

/**
 * A path from literal text and sealed ids; those after `/accounts/` are of accounts.
 * @throws NotFound for an id that has not Kazoo's form: it could lead elsewhere
 */
export function path(parts: TemplateStringsArray, ...ids: readonly Id[]): Path {
  const opened = ids.map((id) => unseal(id))
  const kindAt = (index: number) => (parts[index]?.endsWith('/accounts/') ? 'account' : 'document')
  if (!opened.every((id, index) => isKazooId(kindAt(index), id))) throw new NotFound()
  return {
    template: parts.join('_'),
    text: seal<'path'>(String.raw({ raw: parts }, ...opened.map(encodeURIComponent))),
  }
}

export type KazooOptions = {
  origin: CrossbarOrigin
  /** Null for calls that need no token. */
  token: ApiToken | null
  /** Returns a token in place of one that was refused: one re-authentication for all concurrent callers. */
  renew: (stale: ApiToken) => Promise<ApiToken>
  /**
   * The token is old enough to be exchanged before it is used: where nothing else can replace it, it must not
   * be used until it is refused.
   */
  renewFirst?: boolean
  /** The reference id of the request: logged, and sent as X-Request-ID. */
  reference: string
  /** A member is impersonating: nothing is written that would give later access (docs/security.md row 25). */
  impersonated?: boolean
  /** Aborts what is under way. */
  signal?: AbortSignal
  /** The limit of each call in total, including its body and its second attempt. */
  timeoutMs?: number
  /** The same for a call that is `long`. */
  longTimeoutMs?: number
  lookup?: Lookup
}

/**
 * A client of one Crossbar for one token. Every method throws NotFound or Unavailable, and those that change
 * something also Rejected, all with our own messages.
 */
export class Kazoo {
  readonly #options: KazooOptions
  #token: ApiToken | null
  #old: ApiToken | null
  #renewal: Promise<ApiToken> | null = null

  constructor(options: KazooOptions) {
    this.#options = options
    this.#token = options.token
    this.#old = options.renewFirst === true ? options.token : null
  }

  /** One document (GET). */
  async one<T>(at: Path, doc: z.ZodType<T>, query: Query = {}): Promise<T> {
    return documentIn(at, await this.#call('GET', at, { query }), doc, false)
  }

  /** All rows of a list (GET with paginate=false). */
  async list<T>(at: Path, doc: z.ZodType<T>, query: Query = {}): Promise<T[]> {
    return rowsIn(at, await this.#call('GET', at, { query: { ...query, paginate: false } }), doc)
  }

  /** One page of a list (GET): at most `size` rows, after the cursor of the previous page. */
  async page<T>(
    at: Path,
    doc: z.ZodType<T>,
    options: { after?: KazooId<'cursor'>; size?: number; query?: Query } = {},
  ): Promise<Page<T>> {
    const { after, size = 50, query } = options
    const start = after && { start_key: unseal(after) }
    const json = await this.#call('GET', at, { query: { ...query, page_size: size, ...start } })
    const next = nextIn(json)
    return { rows: rowsIn(at, json, doc), next: next === null ? null : seal<'kazoo cursor'>(next) }
  }

  /**
   * Creates a document (PUT). Nulls are left out. `fields` names what may be refused, `generated` what the
   * portal generated itself (by Kazoo's paths); `long`: Kazoo takes longer.
   */
  async create<T>(
    at: Path,
    body: Body,
    doc: z.ZodType<T>,
    options: { fields?: Fields; query?: Query; long?: boolean; generated?: readonly string[] } = {},
  ): Promise<T> {
    const text = this.#dataOf(at, cleanBody(body, false, 0), options.fields, options.generated)
    return documentIn(at, await this.#call('PUT', at, { ...options, body: text }), doc, true)
  }

  /** Changes the fields that `body` has, and removes those that are null (PATCH). */
  async patch<T>(at: Path, body: Body, doc: z.ZodType<T>, options: { fields?: Fields } = {}): Promise<T> {
    const text = this.#dataOf(at, cleanBody(body, true, 0), options.fields)
    return documentIn(at, await this.#call('PATCH', at, { ...options, body: text }), doc, true)
  }

  /** Replaces the whole document by `body` (POST). */
  async replace<T>(at: Path, body: Body, doc: z.ZodType<T>, options: { fields?: Fields } = {}): Promise<T> {
    const text = this.#dataOf(at, cleanBody(body, false, 0), options.fields)
    return documentIn(at, await this.#call('POST', at, { ...options, body: text }), doc, true)
  }

  /** Removes a document (DELETE). */
  async remove(at: Path): Promise<void> {
    await this.#call('DELETE', at, {})
  }

  /** Runs a command (POST), whose answer says nothing. */
  async run(at: Path, body: Body = {}): Promise<void> {
    await this.#call('POST', at, { body: this.#dataOf(at, cleanBody(body, false, 0)) })
  }

  /**
   * The envelope of a body, as text.
   * @throws Rejected at `fields` for what may not be sent to Kazoo, or not while impersonating
   */
  #dataOf(
    at: Path,
    data: Record<string, unknown>,
    fields: Fields = {},
    generated: readonly string[] = [],
  ): string {
    const faults = {
      ...documentFaults([], data),
      ...(this.#options.impersonated && protectedFaults(nounAt(at.template), data, generated)),
    }
    if (Object.keys(faults).length > 0) throw rejectedAt(faults, fields)
    return JSON.stringify({ data })
  }

  async #call(
    method: Method,
    at: Path,
    {
      query = {},
      body = null,
      fields = {},
      long = false,
    }: { query?: Query; body?: string | null; fields?: Fields; long?: boolean },
  ): Promise<unknown> {
    const { origin, reference, signal, lookup } = this.#options
    const deadline = AbortSignal.timeout(this.#limit(long))
    const search = new URLSearchParams(
      Object.entries(query).map(([key, value]) => [key, String(value)]),
    ).toString()
    const request = {
      origin,
      method,
      target: `/v2${unseal(at.text)}${search && `?${search}`}`,
      template: at.template,
      body,
      reference,
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
      repeatable: method === 'GET',
      lookup,
    }
    if (this.#old) await this.#renewed(this.#old)
    this.#old = null
    const token = this.#token
    let answer = await sendWithRetry({ ...request, headers: headersFor(reference, token, body) })
    if (answer.status === 401 && token) {
      // A refused token means that nothing was done, so a write may be sent again too.
      answer = await sendWithRetry({
        ...request,
        headers: headersFor(reference, await this.#renewed(token), body),
      })
    }
    if (answer.status >= 400) throw refusal(answer, method !== 'GET', fields)
    return answer.json
  }

  #limit(long: boolean): number {
    const { timeoutMs, longTimeoutMs = timeoutMs } = this.#options
    return long ? (longTimeoutMs ?? env().kazooCreateTimeoutMs) : (timeoutMs ?? env().kazooTimeoutMs)
  }

  async #renewed(stale: ApiToken): Promise<ApiToken> {
    if (this.#token && !this.#token.equals(stale)) return this.#token
    this.#renewal ??= this.#options.renew(stale).finally(() => {
      this.#renewal = null
    })
    this.#token = await this.#renewal
    return this.#token
  }
}

function headersFor(reference: string, token: ApiToken | null, body: string | null): Record<string, string> {
  return {
    'x-request-id': reference,
    ...(token && { 'x-auth-token': unseal(token) }),
    ...(body !== null && { 'content-type': 'application/json' }),
  }
}

/** Reports each fault at its field, or at the field that contains it; otherwise for the whole form. */
function rejectedAt(faults: DocumentFaults, fields: Fields): Rejected {
  const fieldErrors: Record<string, LocalizedMessage> = {}
  let formMessage: LocalizedMessage | null = null
  for (const [at, message] of Object.entries(faults)) {
    const steps = at.split('.')
    const ancestors = steps.map((_, index) => steps.slice(0, steps.length - index).join('.'))
    const known = ancestors.find((each) => Object.hasOwn(fields, each))
    const field = known === undefined ? undefined : fields[known]
    if (field === undefined) formMessage = message
    else fieldErrors[field] = message
  }
  return formMessage === null ? new Rejected(fieldErrors) : new Rejected(fieldErrors, formMessage)
}

/**
 * The part of a body that is sent.
 * @throws TypeError for a key that Kazoo must never be sent
 */
function cleanBody(body: Body, nulls: boolean, depth: number): Record<string, unknown> {
  const sent: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(body)) {
    const cleaned =
      value === undefined || (value === null && !nulls) ? undefined : cleanValue(value, nulls, depth)
    if (cleaned === undefined) continue
    if (isForbiddenKey(key, depth) || (key === 'priv_level' && value !== 'admin' && value !== 'user')) {
      throw new TypeError('a key that Kazoo must never be sent')
    }
    sent[key] = cleaned
  }
  return sent
}

function cleanValue(value: Body[string], nulls: boolean, depth: number): unknown {
  if (value instanceof Sealed) return unseal(value)
  if (isList(value)) return value.map((item) => cleanValue(item, nulls, depth) ?? null)
  if (typeof value !== 'object' || value === null) return value
  if (Object.getPrototypeOf(value) !== Object.prototype) throw new TypeError('a body is of plain objects')
  const inner = cleanBody(value, nulls, depth + 1)
  // `{}` would make Kazoo delete everything that it stores there.
  return Object.keys(inner).length === 0 ? undefined : inner
}

function isList(value: Body[string]): value is Extract<Body[string], readonly unknown[]> {
  return Array.isArray(value)
}
