// Finds verbs, fields and values that are recorded in the audit log without a label: they would be shown raw.
import { CHOICES, FIELDS, VERBS } from '../../components/audit/audit-names.ts'
import type { Fault } from './fault.ts'
import type { Source } from './sources.ts'
import { childrenOf, isNode, nodesOf, textOf, type Node } from './syntax.ts'

const RECORDERS = /^(?:lib\/domain|scripts\/portal)\/.*\.ts$/
const TESTS = /\.test\.ts$/
const RECORDS = /\b(?:recorded|recordedOf|appendAuditEvent|note)\(/
const SIDES = new Set(['before', 'after'])
/**
 * Changed secrets are recorded as `changed` and cleared values as empty text: both have labels for every
 * field.
 */
const UNIVERSAL = new Set(['', 'changed'])

const choices: Readonly<Record<string, Readonly<Record<string, string>>>> = CHOICES

/** Verbs, fields and values that `sources` record as literals and that have no label. */
export function auditNameFaults(sources: readonly Source[]): Fault[] {
  return sources
    .filter(({ path, text }) => RECORDERS.test(path) && !TESTS.test(path) && RECORDS.test(text))
    .flatMap((source) => {
      const nodes = nodesOf(source)
      return [...new Set([...verbFaults(nodes), ...valueFaults(nodes)])].map((says) => ({
        path: source.path,
        says: `${says}; label it in components/audit/audit-names.ts`,
      }))
    })
}

function verbFaults(nodes: readonly Node[]): string[] {
  return nodes
    .flatMap(verbsIn)
    .filter((verb) => !Object.hasOwn(VERBS, verb))
    .map((verb) => `records the verb “${verb}”, which has no label`)
}

/** The literal verbs where something is recorded, or where a verb is chosen for it. */
function verbsIn(node: Node): string[] {
  if (node.type === 'VariableDeclarator') return nameOf(node['id']) === 'verb' ? literalsOf(node['init']) : []
  if (node.type !== 'CallExpression') return []
  const [args, recorder] = [argumentsOf(node), nameOf(node['callee'])]
  if (recorder === 'recorded' || recorder === 'recordedOf') return literalsOf(args[1])
  if (recorder !== 'appendAuditEvent' && recorder !== 'note') return []
  const properties = args.flatMap(objectsIn).flatMap(propertiesOf)
  return properties.flatMap(([name, value]) => (name === 'verb' ? literalsOf(value) : []))
}

function valueFaults(nodes: readonly Node[]): string[] {
  return recordedObjects(nodes).flatMap((object) =>
    propertiesOf(object).flatMap(([field, value]) => {
      if (!Object.hasOwn(FIELDS, field)) return [`records the field “${field}”, which has no label`]
      const labels = Object.hasOwn(choices, field) ? (choices[field] ?? {}) : {}
      return literalsOf(value)
        .filter((text) => !UNIVERSAL.has(text) && !Object.hasOwn(labels, text))
        .map((text) => `records “${text}” as ${field}, which has no label`)
    }),
  )
}

/**
 * The objects that are one side of a change: assigned to such a name, or passed as such a parameter of a
 * function in the same file.
 */
function recordedObjects(nodes: readonly Node[]): Node[] {
  const takers = new Map(nodes.flatMap(takerIn))
  return nodes.flatMap((node) => {
    if (node.type === 'KeyValueProperty' && SIDES.has(nameOf(node['key']))) return objectsIn(node['value'])
    if (node.type === 'VariableDeclarator' && SIDES.has(nameOf(node['id']))) return objectsIn(node['init'])
    if (node.type !== 'CallExpression') return []
    const taken = takers.get(nameOf(node['callee'])) ?? []
    return argumentsOf(node).flatMap((argument, at) => (taken.includes(at) ? objectsIn(argument) : []))
  })
}

/** Which parameters of a function are a side of a change. */
function takerIn(node: Node): [string, number[]][] {
  if (node.type !== 'FunctionDeclaration' || !Array.isArray(node['params'])) return []
  const taken = node['params'].flatMap((param: unknown, at) =>
    isNode(param) && SIDES.has(nameOf(param['pat'])) ? [at] : [],
  )
  return taken.length === 0 ? [] : [[nameOf(node['identifier']), taken]]
}

/** The object literals that an expression may evaluate to. */
function objectsIn(node: unknown): Node[] {
  if (!isNode(node)) return []
  if (node.type === 'ObjectExpression') return [node]
  if (node.type === 'ConditionalExpression')
    return [...objectsIn(node['consequent']), ...objectsIn(node['alternate'])]
  const open = node.type === 'ParenthesisExpression' || node.type === 'TsConstAssertion'
  return open ? childrenOf(node).flatMap(objectsIn) : []
}

/** The named properties of an object with their values. */
function propertiesOf({ properties }: Node): [string, unknown][] {
  return (Array.isArray(properties) ? properties : []).flatMap((property: unknown): [string, unknown][] => {
    if (!isNode(property)) return []
    if (property.type === 'Identifier') return [[String(property['value']), null]]
    const named = property.type === 'KeyValueProperty' && nameOf(property['key'])
    return named ? [[named, property['value']]] : []
  })
}

/** The string literals that an expression may evaluate to. */
function literalsOf(node: unknown): string[] {
  if (!isNode(node)) return []
  if (node.type === 'ConditionalExpression')
    return [...literalsOf(node['consequent']), ...literalsOf(node['alternate'])]
  const text = textOf(node)
  return text?.length === 1 ? text : []
}

function argumentsOf(call: Node): unknown[] {
  const args: unknown[] = Array.isArray(call['arguments']) ? call['arguments'] : []
  return args.map((each) =>
    typeof each === 'object' && each !== null && 'expression' in each ? each.expression : null,
  )
}

/** The name of an identifier or of a literal key; empty for anything else. */
function nameOf(node: unknown): string {
  if (!isNode(node)) return ''
  return node.type === 'Identifier' || node.type === 'StringLiteral' ? String(node['value']) : ''
}
