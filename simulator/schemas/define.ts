// A short way to write JSON schemas (draft 04).
import type { Json, JsonObject } from '../json.ts'

export type Schema = JsonObject

type More = { [keyword: string]: Json }

/** Text, of so many characters at least and at most. */
export function str(min?: number, max?: number, more: More = {}): Schema {
  return {
    type: 'string',
    ...(min === undefined ? {} : { minLength: min }),
    ...(max === undefined ? {} : { maxLength: max }),
    ...more,
  }
}

/** One of these texts. */
export function oneOfText(values: string[], more: More = {}): Schema {
  return { type: 'string', enum: values, ...more }
}

export function int(more: More = {}): Schema {
  return { type: 'integer', ...more }
}

export function bool(preset?: boolean, more: More = {}): Schema {
  return { type: 'boolean', ...(preset === undefined ? {} : { default: preset }), ...more }
}

export function arr(items?: Schema, more: More = {}): Schema {
  return { type: 'array', ...(items === undefined ? {} : { items }), ...more }
}

export function obj(properties: { [key: string]: Schema } = {}, more: More = {}): Schema {
  return { type: 'object', ...(Object.keys(properties).length === 0 ? {} : { properties }), ...more }
}

/** Another schema, by its id. */
export function ref(id: string, more: More = {}): Schema {
  return { $ref: id, ...more }
}
