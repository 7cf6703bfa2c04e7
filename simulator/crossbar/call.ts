// One request to Crossbar, and helpers that read its parts.
import { isObject, type Json, type JsonObject } from '../json.ts'
import type { Simulator } from '../simulator.ts'
import { Refusal } from './reply.ts'
import { notAnObject } from './refusals.ts'

export const verbs = ['GET', 'PUT', 'POST', 'PATCH', 'DELETE'] as const
export type Verb = (typeof verbs)[number]

/** Who calls: the account of the token, and the user unless it came from an API key. */
export interface Caller {
  accountId: string
  ownerId?: string
  method: string
  superduper: boolean
  claims: JsonObject
}

/** A file that was sent as the body. */
export interface Upload {
  type: string
  name: string
  bytes: Buffer
}

export interface Call {
  readonly sim: Simulator
  verb: Verb
  /** Path as received, without query and trailing slash. */
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly ip: string
  readonly requestId: string
  readonly v1: boolean
  envelope: JsonObject
  data: Json
  upload?: Upload
  /** Parts of the path by name: `account`, `user`, `device`, ... */
  params: Readonly<Record<string, string>>
  /** Token as presented, valid or not. */
  token?: string
  caller?: Caller
  /** Tokens taken from the bucket. */
  consumed: number
  readonly accept: string
}

/** An option of the request: from `data`, the query or the envelope, in this order. */
export function option(call: Call, key: string): Json | undefined {
  if (isObject(call.data) && call.data[key] !== undefined) return call.data[key]
  return call.query.get(key) ?? call.envelope[key]
}

/** An option as text. */
export function textOption(call: Call, key: string): string | undefined {
  const value = option(call, key)
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined
}

/** Whether the option is `true`, in JSON or as text. */
export function flagOption(call: Call, key: string): boolean {
  const value = option(call, key)
  return value === true || value === 'true'
}

/** `data` of the request as an object; Kazoo crashes on an array. */
export function dataObject(call: Call): JsonObject {
  if (!isObject(call.data)) throw new Refusal(notAnObject())
  return call.data
}

/** A part of the path. */
export function param(call: Call, name: string): string {
  return call.params[name] ?? ''
}

/** The caller; only for handlers behind authentication. */
export function caller(call: Call): Caller {
  if (!call.caller) throw new Error('no caller')
  return call.caller
}

/** The account in the path. */
export function accountId(call: Call): string {
  return call.params['account'] ?? call.caller?.accountId ?? ''
}
