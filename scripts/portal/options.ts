// Parses the options of a command: all known, none repeated, none empty, and none a secret.
import { parseArgs } from 'node:util'
import { isLine } from '../../lib/views/text-rules.ts'
import { Misuse } from './fault.ts'

/** The values of `known` options among `words`. @throws Misuse for any other word */
export function optionsIn<Name extends string>(
  words: string[],
  known: readonly Name[],
): Readonly<Partial<Record<Name, string>>> {
  const options = Object.fromEntries(known.map((name) => [name, { type: 'string', multiple: true } as const]))
  const { values } = parse(words, options)
  const found: Partial<Record<Name, string>> = {}
  for (const name of known) {
    const entered = values[name] ?? []
    if (entered.length > 1) throw new Misuse(`--${name} is given more than once.`)
    const value = entered[0]?.trim()
    if (value !== undefined && !isLine(value)) throw new Misuse(`--${name} contains a control character.`)
    if (value === '') throw new Misuse(`--${name} is empty.`)
    if (value !== undefined) found[name] = value
  }
  return found
}

/** The value of a required option. @throws Misuse */
export function needed<Name extends string>(
  options: Readonly<Partial<Record<Name, string>>>,
  name: Name,
): string {
  const value = options[name]
  if (value === undefined) throw new Misuse(`--${name} is missing.`)
  return value
}

/** The value of an option with fixed choices, or the first of them. @throws Misuse */
export function oneOf<Value extends string>(
  name: string,
  value: string | undefined,
  allowed: readonly [Value, ...Value[]],
): Value {
  const found = value === undefined ? allowed[0] : allowed.find((each) => each === value)
  if (found === undefined) throw new Misuse(`--${name} must be one of: ${allowed.join(', ')}.`)
  return found
}

function parse(words: string[], options: Record<string, { type: 'string'; multiple: true }>) {
  try {
    return parseArgs({ args: words, options, strict: true, allowPositionals: false })
  } catch (error) {
    // Node's own message quotes the word, which may be a secret in the wrong place.
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') throw new Misuse('An option has no value.')
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw new Misuse('Unknown option.')
    throw new Misuse(
      'Unexpected argument. Quote values that contain spaces, and never give secrets as options.',
    )
  }
}
