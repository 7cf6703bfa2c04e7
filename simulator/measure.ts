// Drives the large world as a crowd of readers would: pages of children and devices, single devices, people,
// registrations.
import { spawn, type ChildProcess } from 'node:child_process'
import { hash } from 'node:crypto'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { isObject, list, text, type Json, type JsonObject } from './json.ts'
import { Dice, hexFrom } from './worlds/dice.ts'

/** How long a page may take. */
export const PAGE_MS = 20

/** A page is slow by itself when it is never faster; a busy machine is not its fault. */
const TRIES = 10
/** How long a start may take. */
export const START_MS = 2000

export type Measured = {
  /**
   * From the start of the process to its JSON line, and what of that the process itself was given. Starting
   * is work from end to end: where the two differ, others had the processor.
   */
  start: { wallMs: number; cpuMs: number }
  /** Milliseconds of each page of 50 children or devices, the client's work included. */
  pages: number[]
  /** Pages that took 20 ms or more ten times running. */
  slow: string[]
  requests: number
  seconds: number
  /** Bytes that the process holds at the end. */
  memory: number
}

/** Starts a simulator of its own, sends so many requests one after the other, and ends it. */
export async function measure(requests: number): Promise<Measured> {
  const { child, url, wallMs } = await begin()
  try {
    const started = parsed(await (await fetch(`${url}/_simulator/health`)).text())
    const start = { wallMs, cpuMs: Number(started['cpu']) }
    const reader = await signedIn(url)
    while ((await reader.get('/_simulator/health'))['warmed'] !== true) await sleep(50)
    const began = performance.now()
    for (let n = 0; n < requests; n++) await reader.step()
    const seconds = (performance.now() - began) / 1000
    const { memory } = await reader.get('/_simulator/health')
    return { start, pages: reader.pages, slow: reader.slow, requests, seconds, memory: Number(memory) }
  } finally {
    child.kill()
  }
}

async function begin(): Promise<{ child: ChildProcess; url: string; wallMs: number }> {
  const began = performance.now()
  const main = new URL('main.ts', import.meta.url).pathname
  const child = spawn(process.execPath, [main, '--port', '0', '--world', 'large', '--seed', 'bench'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: Promise<string[]> = once(createInterface(child.stdout), 'line')
  const [line = '{}'] = await lines
  return { child, url: text(parsed(line), 'url') ?? '', wallMs: performance.now() - began }
}

async function signedIn(url: string): Promise<Reader> {
  await fetch(`${url}/_simulator/config`, { method: 'POST', body: JSON.stringify({ buckets: false }) })
  const { people } = parsed(await (await fetch(`${url}/_simulator/people`)).text())
  const logins = Array.isArray(people) ? people.filter(isObject) : []
  const login = logins.find((each) => each['privilege'] === 'reseller admin') ?? {}
  const credentials = hash('md5', `${text(login, 'username')}:${text(login, 'password')}`, 'hex')
  const response = await fetch(`${url}/v2/user_auth`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ data: { credentials, account_realm: login['realm'] } }),
  })
  const token = text(parsed(await response.text()), 'auth_token') ?? ''
  const accounts = logins.filter((each) =>
    /^reseller admin|campus|village|chain/.test(text(each, 'privilege') ?? ''),
  )
  return new Reader(
    url,
    token,
    accounts.map((each) => text(each, 'accountId') ?? ''),
  )
}

class Reader {
  readonly pages: number[] = []
  readonly slow: string[] = []
  readonly #url: string
  readonly #token: string
  readonly #dice = new Dice(hexFrom('bench', 'reader', 8))
  readonly #accounts: string[]
  readonly #parents: string[]
  /** Paths of pages that follow one that was read. */
  readonly #next: string[] = []
  readonly #devices: string[] = []

  constructor(url: string, token: string, accounts: readonly string[]) {
    this.#url = url
    this.#token = token
    this.#accounts = [...accounts]
    this.#parents = [...accounts]
  }

  async step(): Promise<void> {
    const lot = this.#dice.roll()
    const account = this.#one(this.#accounts)
    if (lot < 0.3) await this.#page(`/v2/accounts/${this.#one(this.#parents)}/children`)
    else if (lot < 0.6) await this.#page(`/v2/accounts/${account}/devices`)
    else if (lot < 0.75) await this.#page(this.#one(this.#next) || `/v2/accounts/${account}/devices`)
    else if (lot < 0.88) await this.get(this.#one(this.#devices) || `/v2/accounts/${account}`)
    else await this.get(`/v2/accounts/${account}/${lot < 0.96 ? 'users' : 'devices/status'}`)
  }

  async get(path: string): Promise<JsonObject> {
    const response = await fetch(this.#url + path, { headers: { 'x-auth-token': this.#token } })
    const body = await response.text()
    if (!response.ok) throw new Error(`${response.status} for ${path}: ${body}`)
    return parsed(body)
  }

  async #page(path: string): Promise<void> {
    const began = performance.now()
    const envelope = await this.get(path)
    const ms = performance.now() - began
    this.pages.push(ms)
    if (ms >= PAGE_MS && (await this.#staysSlow(path))) this.slow.push(path)
    const [bare = path] = path.split('?')
    const next = text(envelope, 'next_start_key')
    if (next !== undefined) keep(this.#dice, this.#next, `${bare}?start_key=${encodeURIComponent(next)}`)
    for (const row of list(envelope, 'data').filter(isObject)) {
      const id = text(row, 'id') ?? ''
      if (bare.endsWith('/devices')) keep(this.#dice, this.#devices, `${bare}/${id}`)
      else {
        keep(this.#dice, this.#accounts, id)
        if (row['descendants_count'] !== 0) keep(this.#dice, this.#parents, id)
      }
    }
  }

  async #staysSlow(path: string): Promise<boolean> {
    for (let tried = 1; tried < TRIES; tried++) {
      await sleep(20)
      const began = performance.now()
      await this.get(path)
      if (performance.now() - began < PAGE_MS) return false
    }
    return true
  }

  #one(pool: readonly string[]): string {
    return pool[this.#dice.below(pool.length)] ?? ''
  }
}

/** A pool that forgets at random once it is full. */
function keep(dice: Dice, pool: string[], item: string): void {
  if (pool.length < 20_000) pool.push(item)
  else pool[dice.below(pool.length)] = item
}

function parsed(body: string): JsonObject {
  const value: Json = JSON.parse(body)
  return isObject(value) ? value : {}
}
