// Parses a rule of the control port strictly, so that a typing error in a test is reported.
import type { Rule } from '../faults.ts'
import { isObject, type Json, type JsonObject } from '../json.ts'
import { parseFault } from './kinds.ts'

const KEYS = ['pattern', 'methods', 'skip', 'count', 'probability', 'fault']

/** Throws TypeError with a sentence for the sender. */
export function parseRule(from: Json): Rule {
  if (!isObject(from)) throw new TypeError('a rule is an object with pattern and fault')
  const unknown = Object.keys(from).find((key) => !KEYS.includes(key))
  if (unknown !== undefined) throw new TypeError(`unknown key ${unknown}; a rule has ${KEYS.join(', ')}`)
  const { pattern, methods } = from
  if (typeof pattern !== 'string')
    throw new TypeError('pattern must be a string: a glob, or a regular expression after ^')
  const skip = wholeNumber(from, 'skip')
  const count = wholeNumber(from, 'count')
  const probability = from['probability']
  if (probability !== undefined && !(typeof probability === 'number' && probability >= 0 && probability <= 1))
    throw new TypeError('probability must be a number from 0 to 1')
  return {
    pattern,
    fault: parseFault(from['fault']),
    ...(methods === undefined ? {} : { methods: words(methods) }),
    ...(skip === undefined ? {} : { skip }),
    ...(count === undefined ? {} : { count }),
    ...(probability === undefined ? {} : { probability }),
  }
}

function words(value: Json): string[] {
  if (!Array.isArray(value)) throw new TypeError('methods must be a list of HTTP methods')
  return value.map((word) => {
    if (typeof word !== 'string') throw new TypeError('methods must be a list of HTTP methods')
    return word.toUpperCase()
  })
}

function wholeNumber(from: JsonObject, key: string): number | undefined {
  const value = from[key]
  if (value === undefined) return undefined
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    throw new TypeError(`${key} must be a whole number, 0 or more`)
  return value
}
