// Asks one resolver for the records of a host. Whatever it returns was written by a stranger: it is
// shortened, cleaned and compared, and never dialled.
import 'server-only'
import { Resolver } from 'node:dns/promises'

/**
 * The result of a question: values, the answer that there are none, or no answer at all (`silent`: unknown).
 */
export type Answer = { kind: 'found'; values: readonly string[] } | { kind: 'none' } | { kind: 'silent' }

/**
 * `chain` has the names that the host is an alias of, one after the other; null: they form a circle, or too
 * long a chain.
 */
export type HostAnswers = {
  chain: readonly string[] | null
  a: Answer
  aaaa: Answer
  txt: Answer
}

const QUERY_MS = 2_000
const TRIES = 2
/** The limit for all questions of one look-up together. */
const LOOKUP_MS = 10_000
const MAX_ALIASES = 8
const MAX_VALUES = 20
const MAX_VALUE_LENGTH = 255

/** The resolvers of this machine, where none are configured. */
export function systemResolvers(): readonly string[] {
  return new Resolver().getServers()
}

/**
 * What `server` (an address, with a port where it is not 53) answers about `host` and the TXT records at
 * `proofName`. It never throws.
 */
export async function lookUp(server: string, host: string, proofName: string): Promise<HostAnswers> {
  // One for each look-up: it caches answers, and a look-up has to see what DNS says now.
  const resolver = new Resolver({ timeout: QUERY_MS, tries: TRIES })
  resolver.setServers([server])
  const timeout = setTimeout(() => resolver.cancel(), LOOKUP_MS)
  try {
    const txt = query(() => textsAt(resolver, proofName))
    const { chain, end } = await followAliases(resolver, host)
    const [a, aaaa] = await Promise.all([
      query(() => resolver.resolve4(end)),
      query(() => resolver.resolve6(end)),
    ])
    return { chain, a, aaaa, txt: await txt }
  } finally {
    clearTimeout(timeout)
  }
}

/** What `server` answers about the TXT records at `name`. It never throws. */
export async function lookUpText(server: string, name: string): Promise<Answer> {
  const resolver = new Resolver({ timeout: QUERY_MS, tries: TRIES })
  resolver.setServers([server])
  return query(() => textsAt(resolver, name))
}

async function textsAt(resolver: Resolver, name: string): Promise<readonly string[]> {
  return (await resolver.resolveTxt(name)).map((parts) => parts.join(''))
}

async function followAliases(resolver: Resolver, host: string) {
  const chain: string[] = []
  for (let end = host; ;) {
    const next = await query(() => resolver.resolveCname(end))
    const [target] = next.kind === 'found' ? next.values : []
    if (target === undefined) return { chain, end }
    const name = target.toLowerCase().replace(/\.$/, '')
    if (name === host || chain.includes(name) || chain.length === MAX_ALIASES)
      return { chain: null, end: host }
    chain.push(name)
    end = name
  }
}

/** The codes of node:dns that mean "there is none"; all others leave the answer unknown. */
const NO_RECORD_CODES: ReadonlySet<unknown> = new Set(['ENODATA', 'ENOTFOUND'])

async function query(resolve: () => Promise<readonly string[]>): Promise<Answer> {
  try {
    const values = (await resolve()).slice(0, MAX_VALUES).map(printable)
    return values.length === 0 ? { kind: 'none' } : { kind: 'found', values }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    return { kind: NO_RECORD_CODES.has(code) ? 'none' : 'silent' }
  }
}

function printable(value: string): string {
  return value.slice(0, MAX_VALUE_LENGTH).replaceAll(/[^\x20-\x7e]/g, '?')
}
