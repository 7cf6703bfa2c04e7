// Validation before saving: the errors of the schema and of the application, all at once.
import type { Json, JsonObject } from '../json.ts'
import { check } from '../schemas/check.ts'
import type { SchemaError } from '../schemas/kazoo-errors.ts'
import type { Call } from './call.ts'
import { recordingUrlErrors } from './recording-urls.ts'
import { moduleErrors } from './metaflow-modules.ts'
import { refuse, validationError } from './refusals.ts'

/** The format of a resource's errors. */
export interface Spelling {
  /** Steps of a path are joined by `%2E`. */
  escaped: boolean
  /** All keywords of one path are reported, not only the last one. */
  merged: boolean
}

export class Problems {
  readonly #spelling: Spelling
  readonly #found: Record<string, JsonObject> = {}

  constructor(spelling: Spelling) {
    this.#spelling = spelling
  }

  add(path: string, keyword: string, info: { [key: string]: Json }): void {
    this.#found[path] = { ...this.#found[path], [keyword]: info }
  }

  addSchemaError({ path, keyword, info }: SchemaError): void {
    const key = path.join(this.#spelling.escaped ? '%2E' : '.')
    this.#found[key] = this.#spelling.merged ? { ...this.#found[key], [keyword]: info } : { [keyword]: info }
  }

  has(path: string): boolean {
    return this.#found[path] !== undefined
  }

  any(): boolean {
    return Object.keys(this.#found).length > 0
  }

  /** @throws Refusal 400 when there is any */
  refuseAny(): void {
    if (this.any()) refuse(validationError(this.#found))
  }
}

/** The format of a schema's errors. */
export function spellingOf(call: Call, schemaId: string): Spelling {
  const written = schemaId === 'accounts' || schemaId === 'users'
  return call.sim.flavour.kazoo === '4.3'
    ? { escaped: written || schemaId === 'callflows', merged: written }
    : { escaped: written, merged: false }
}

/**
 * The document with casts and defaults, and the problems found so far. The caller adds its own and refuses.
 */
export function examine(
  call: Call,
  schemaId: string,
  given: JsonObject,
): { doc: JsonObject; problems: Problems } {
  const problems = new Problems(spellingOf(call, schemaId))
  const { doc, errors } = check(call.sim.flavour.kazoo, schemaId, given)
  for (const error of errors) problems.addSchemaError(error)
  for (const error of recordingUrlErrors(call, doc)) problems.addSchemaError(error)
  for (const { error, schema } of moduleErrors(doc)) {
    problems.addSchemaError(error)
    problems.add('schema', 'schema', { message: 'schema not found', schema })
  }
  return { doc, problems }
}

/** The document with casts and defaults. @throws Refusal 400 */
export function validated(call: Call, schemaId: string, given: JsonObject): JsonObject {
  const { doc, problems } = examine(call, schemaId, given)
  problems.refuseAny()
  return doc
}
