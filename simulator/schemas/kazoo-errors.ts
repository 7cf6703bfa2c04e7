// Ajv's errors in the words of Kazoo's validator (crossbar.md section 4).
import type { ErrorObject } from 'ajv'
import { isObject, type Json, type JsonObject } from '../json.ts'
import { pointerKeys } from './pointer.ts'

export interface SchemaError {
  /** Keys from the root to the fault. */
  path: string[]
  keyword: string
  info: JsonObject
}

/** In Kazoo's order: the keywords of one path are sorted alphabetically. */
export function kazooErrors(errors: readonly ErrorObject[]): SchemaError[] {
  return withoutBranches(errors)
    .toSorted((one, other) => (one.keyword < other.keyword ? -1 : one.keyword > other.keyword ? 1 : 0))
    .map((error) => translated(error))
}

/**
 * For a choice only the choice itself is reported, and not even that if the value has the wrong type.
 */
function withoutBranches(errors: readonly ErrorObject[]): ErrorObject[] {
  let kept: ErrorObject[] = []
  for (const error of errors) {
    if (error.keyword !== 'oneOf' && error.keyword !== 'anyOf') {
      kept.push(error)
      continue
    }
    const beside = (other: ErrorObject) => other.parentSchema === error.parentSchema
    const inside = (other: ErrorObject) => other.instancePath.startsWith(error.instancePath) && !beside(other)
    kept = kept.filter((other) => !inside(other))
    if (!kept.some((other) => beside(other) && other.keyword === 'type')) kept.push(error)
  }
  return kept
}

function translated(error: ErrorObject): SchemaError {
  const path = pointerKeys(error.instancePath)
  const value = asJson(error.data)
  const limit = Number(error.params['limit'] ?? 0)
  switch (error.keyword) {
    case 'required': {
      const key = String(error.params['missingProperty'])
      return {
        path: [...path, key],
        keyword: 'required',
        info: { message: 'Field is required but missing', value: key },
      }
    }
    case 'additionalProperties': {
      const key = String(error.params['additionalProperty'])
      const message = 'Strict checking of data is enabled; only include schema-defined properties'
      return { path: [...path, key], keyword: 'additionalProperties', info: { message, value } }
    }
    case 'type': {
      const { type } = error.params
      const target = Array.isArray(type) ? type.join(', ') : String(type)
      return {
        path,
        keyword: 'type',
        info: { message: `Value did not match type(s): ${target}`, target, value },
      }
    }
    case 'minLength':
    case 'maxLength':
      return wrongLength(error, path, value, limit)
    case 'enum': {
      const target = asJson(error.params['allowedValues'])
      return {
        path,
        keyword: 'enum',
        info: { message: 'Value not found in enumerated list of values', target, value },
      }
    }
    case 'pattern': {
      const target = String(error.params['pattern'])
      return {
        path,
        keyword: 'pattern',
        info: { message: `Failed to match pattern '${target}'`, target, value },
      }
    }
    case 'minimum':
      return {
        path,
        keyword: 'minimum',
        info: { message: `Value must be at least ${limit}`, target: limit, value },
      }
    case 'maximum':
      return {
        path,
        keyword: 'maximum',
        info: { message: `Value must be at most ${limit}`, target: limit, value },
      }
    case 'minItems':
      return {
        path,
        keyword: 'minItems',
        info: { message: `The list must have at least ${limit} items`, target: limit, value },
      }
    case 'maxItems':
      return {
        path,
        keyword: 'maxItems',
        info: { message: `The list is more than ${limit} items`, target: limit, value },
      }
    case 'uniqueItems':
      return { path, keyword: 'uniqueItems', info: { message: 'List of items is not unique', value } }
    case 'format': {
      const format = String(error.params['format'])
      return {
        path,
        keyword: 'wrong_format',
        info: { message: 'Field is not in the correct format', value, format },
      }
    }
    case 'oneOf':
      return { path, keyword: 'not_one_schema_valid', info: { message: 'failed to validate', value } }
    default:
      return { path, keyword: error.keyword, info: { message: 'failed to validate', value } }
  }
}

/** The length is counted in characters, but too short or too long is decided by the bytes. */
function wrongLength(error: ErrorObject, path: string[], value: Json, limit: number): SchemaError {
  const bytes = typeof value === 'string' ? Buffer.byteLength(value) : 0
  const { parentSchema } = error
  const most = isObject(parentSchema) ? parentSchema['maxLength'] : undefined
  const short = error.keyword === 'minLength' && (bytes < limit || typeof most !== 'number')
  const target = short || typeof most !== 'number' ? limit : most
  const message = short
    ? `String must be at least ${target} characters`
    : `String must not be more than ${target} characters`
  return { path, keyword: short ? 'minLength' : 'maxLength', info: { message, target, cause: value, value } }
}

function asJson(value: unknown): Json {
  const text = JSON.stringify(value)
  return text === undefined ? null : JSON.parse(text)
}
