// Asks one resolver what it knows of a host. Whatever comes back was written by a stranger: it is cut, cleaned and compared, and never dialled.
import 'server-only'
import { Resolver } from 'node:dns/promises'

/** What became of a question: values, the word that there are none, or no word at all (`silent`: nobody knows). */
export type Answer = { kind: 'found'; values: readonly string[] } | { kind: 'none' } | { kind: 'silent' }

/** `chain` are the names that the host is an alias of, one after the other; null: they go in a circle, or on for too long. */
export type HostAnswers = {
  chain: readonly string[] | null
  a: Answer
  aaaa: Answer
  txt: Answer
}

const ONE_MS = 2_000
const TRIES = 2
/** For all questions of one look together. */
const ALL_MS = 10_000
const LONGEST_CHAIN = 8
const MOST_VALUES = 20
const LONGEST_VALUE = 255

/** The resolvers of this machine, for where none are set. */
export function systemResolvers(): readonly string[] {
  return new Resolver().getServers()
}

/** What `server` (an address, with a port where it is not 53) says of `host` and of the TXT records at `proofName`. It never throws. */
export async function lookUp(server: string, host: string, proofName: string): Promise<HostAnswers> {
  // One for each look: it keeps answers, and a look is to see what DNS says now.
  const resolver = new Resolver({ timeout: ONE_MS, tries: TRIES })
  resolver.setServers([server])
  const tooLong = setTimeout(() => resolver.cancel(), ALL_MS)
  try {
    const txt = ask(() => textsAt(resolver, proofName))
    const { chain, end } = await follow(resolver, host)
    const [a, aaaa] = await Promise.all([
      ask(() => resolver.resolve4(end)),
      ask(() => resolver.resolve6(end)),
    ])
    return { chain, a, aaaa, txt: await txt }
  } finally {
    clearTimeout(tooLong)
  }
}

/** What `server` says of the TXT records at `name`. It never throws. */
export async function lookUpText(server: string, name: string): Promise<Answer> {
  const resolver = new Resolver({ timeout: ONE_MS, tries: TRIES })
  resolver.setServers([server])
  return ask(() => textsAt(resolver, name))
}

async function textsAt(resolver: Resolver, name: string): Promise<readonly string[]> {
  return (await resolver.resolveTxt(name)).map((parts) => parts.join(''))
}

async function follow(resolver: Resolver, host: string) {
  const chain: string[] = []
  for (let end = host; ;) {
    const next = await ask(() => resolver.resolveCname(end))
    const [target] = next.kind === 'found' ? next.values : []
    if (target === undefined) return { chain, end }
    const name = target.toLowerCase().replace(/\.$/, '')
    if (name === host || chain.includes(name) || chain.length === LONGEST_CHAIN)
      return { chain: null, end: host }
    chain.push(name)
    end = name
  }
}

/** The codes of node:dns that say "there is none"; all others mean that nobody knows. */
const NONE: ReadonlySet<unknown> = new Set(['ENODATA', 'ENOTFOUND'])

async function ask(question: () => Promise<readonly string[]>): Promise<Answer> {
  try {
    const values = (await question()).slice(0, MOST_VALUES).map(clean)
    return values.length === 0 ? { kind: 'none' } : { kind: 'found', values }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    return { kind: NONE.has(code) ? 'none' : 'silent' }
  }
}

function clean(value: string): string {
  return value.slice(0, LONGEST_VALUE).replaceAll(/[^\x20-\x7e]/g, '?')
}
