// Loads the schemas of a Kazoo (GET /schemas/{id}), with all they refer to; cached for minutes, because they
// change only with its version.
import 'server-only'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { retryAfterTimeout, NotFound, Unavailable } from '../errors.ts'
import { seal } from '../sealed.ts'
import type { Kazoo, Path } from './client.ts'
import { SCHEMA_BUDGET, refsIn, schemaFrom, isSchemaName, type Budget, type Schema } from './schema-doc.ts'

export type { Json, Schema } from './schema-doc.ts'

/** A schema, and the schemas that it refers to, by their ids. */
export type Schemas = { readonly root: Schema; readonly named: ReadonlyMap<string, Schema> }

const CACHE_MS = 5 * 60_000
/** Kazoos times nouns; each is bounded, and none contains a secret. */
const MAX_CACHED = 32
/** Kazoo's own schemas need at most twenty. */
const MAX_SCHEMAS = 60

const raw = z.record(z.string(), z.unknown())
const cache = new LRUCache<string, Promise<Schemas>>({ max: MAX_CACHED, ttl: CACHE_MS })

/**
 * The schema `name` of the Kazoo at `origin`, requested through `kazoo`, with every schema that it refers to.
 * References that it does not have count as absent. This process caches an answer for five minutes.
 * @throws Unavailable
 */
export function schemasOf(kazoo: Kazoo, origin: string, name: string): Promise<Schemas> {
  const key = `${origin} ${name}`
  const cached = cache.get(key)
  if (cached) return cached.catch(retryAfterTimeout(() => schemasOf(kazoo, origin, name)))
  const schemas = fetchSchemas(kazoo, name)
  cache.set(key, schemas)
  // Concurrent callers get the error; the next caller tries again.
  schemas.catch(() => {
    if (cache.peek(key) === schemas) cache.delete(key)
  })
  return schemas
}

/** Clears the cache; for tests, which change a Kazoo's schemas as they run. */
export function forgetSchemas(): void {
  cache.clear()
}

async function fetchSchemas(kazoo: Kazoo, name: string): Promise<Schemas> {
  const budget: Budget = { left: SCHEMA_BUDGET }
  const root = await schemaAt(kazoo, name, budget)
  if (root === null) throw new Unavailable('kazoo', 'faulty')
  const named = new Map<string, Schema>([[name, root]])
  const requested = new Set([name])
  for (let refs = refsIn(root); refs.length > 0;) {
    const fresh = [...new Set(refs)].filter((id) => !requested.has(id)).slice(0, MAX_SCHEMAS - requested.size)
    for (const id of fresh) requested.add(id)
    const found = await Promise.all(fresh.map(async (id) => [id, await schemaAt(kazoo, id, budget)] as const))
    refs = []
    for (const [id, schema] of found) {
      if (schema === null) continue
      named.set(id, schema)
      refs.push(...refsIn(schema))
    }
  }
  return { root, named }
}

async function schemaAt(kazoo: Kazoo, name: string, budget: Budget): Promise<Schema | null> {
  try {
    return schemaFrom(await kazoo.one(pathOf(name), raw), budget)
  } catch (error) {
    if (error instanceof NotFound) return null
    throw error
  }
}

/**
 * The name of a schema is no secret, but it comes from a server: only what `isSchemaName` accepts may be used
 * in a path.
 */
function pathOf(name: string): Path {
  if (!isSchemaName(name)) throw new NotFound()
  return { template: `/schemas/${name}`, text: seal<'path'>(`/schemas/${name}`) }
}
