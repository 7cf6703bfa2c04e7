// The schemas that a Kazoo itself goes by (GET /schemas/{id}), with all they refer to; kept for minutes, for they change with its version alone.
import 'server-only'
import { z } from 'zod'
import { retryAfterTimeout, NotFound, Unavailable } from '../errors.ts'
import { seal } from '../sealed.ts'
import type { Kazoo, Path } from './client.ts'
import { LARGEST, refsIn, schemaFrom, isSchemaName, type Budget, type Schema } from './schema-doc.ts'

export type { Json, Schema } from './schema-doc.ts'

/** A schema, and those it refers to by their ids. */
export type Schemas = { readonly root: Schema; readonly named: ReadonlyMap<string, Schema> }

const KEPT_MS = 5 * 60_000
/** Kazoos times nouns; each is bounded itself, and none holds a secret. */
const KEPT = 32
/** Kazoo's own need no more than twenty. */
const MOST_NAMED = 60

const raw = z.record(z.string(), z.unknown())
const kept = new Map<string, { until: number; schemas: Promise<Schemas> }>()

/**
 * The schema `name` of the Kazoo at `origin`, asked through `kazoo`, with every schema that it refers to. What it refers to and does not
 * have counts as unsaid. One answer serves this process for five minutes. @throws Unavailable.
 */
export function schemasOf(kazoo: Kazoo, origin: string, name: string): Promise<Schemas> {
  const key = `${origin} ${name}`
  const known = kept.get(key)
  if (known && known.until > Date.now())
    return known.schemas.catch(retryAfterTimeout(() => schemasOf(kazoo, origin, name)))
  const schemas = fetched(kazoo, name)
  kept.delete(key)
  kept.set(key, { until: Date.now() + KEPT_MS, schemas })
  const [oldest] = kept.keys()
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
  // Those who asked meanwhile hear of it; who asks next tries again.
  schemas.catch(() => {
    if (kept.get(key)?.schemas === schemas) kept.delete(key)
  })
  return schemas
}

/** Forgets them all; for tests, which change a Kazoo's schemas under way. */
export function forgetSchemas(): void {
  kept.clear()
}

async function fetched(kazoo: Kazoo, name: string): Promise<Schemas> {
  const budget: Budget = { left: LARGEST }
  const root = await schemaAt(kazoo, name, budget)
  if (root === null) throw new Unavailable('kazoo', 'faulty')
  const named = new Map<string, Schema>([[name, root]])
  const asked = new Set([name])
  for (let wanted = refsIn(root); wanted.length > 0;) {
    const fresh = [...new Set(wanted)].filter((id) => !asked.has(id)).slice(0, MOST_NAMED - asked.size)
    for (const id of fresh) asked.add(id)
    const found = await Promise.all(fresh.map(async (id) => [id, await schemaAt(kazoo, id, budget)] as const))
    wanted = []
    for (const [id, schema] of found) {
      if (schema === null) continue
      named.set(id, schema)
      wanted.push(...refsIn(schema))
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

/** The name of a schema is no secret, but it comes from a server: only what `isSchemaName` lets through may stand in a path. */
function pathOf(name: string): Path {
  if (!isSchemaName(name)) throw new NotFound()
  return { template: `/schemas/${name}`, text: seal<'path'>(`/schemas/${name}`) }
}
