// Callflows: how a call to a number is handled.
import { at, isObject, list, object, text, type Json, type JsonObject } from '../../json.ts'
import { callflowModules } from '../../schemas/modules.ts'
import { accountId, type Call } from '../call.ts'
import type { Route } from '../route.ts'
import { flagsOf, isTruthy, members, or, present } from '../row.ts'
import type { Problems } from '../validate.ts'
import { collection } from './collection.ts'

export const callflowRoutes: Route[] = collection({
  name: 'callflows',
  type: 'callflow',
  schema: 'callflows',
  reversed: true,
  row: (doc) => ({
    id: doc['_id'] ?? '',
    ...present(doc, 'name', 'type', 'numbers', 'patterns'),
    featurecode: or(doc['featurecode'], false),
    ...present(doc, 'owner_id', 'group_id'),
    modules: [...new Set(modulesOf(doc['flow']))],
    flags: flagsOf(doc),
  }),
  listed: (doc) => modulesOf(doc['flow']) !== undefined,
  prepare: (fields) => (isObject(fields['flow']) ? { ...fields, flow: preset(fields['flow']) } : fields),
  examine: checkFlow,
  extra: (call, doc) => {
    const metadata = mentioned(call, doc)
    return Object.keys(metadata).length > 0 ? { metadata } : {}
  },
})

/** What a module's own schema presets in its data. */
const PRESETS: Readonly<Record<string, JsonObject>> = {
  device: { delay: 0, dial_strategy: 'simultaneous', timeout: 0 },
}

function preset(node: JsonObject): JsonObject {
  const { module: name, data, children } = node
  const presets = typeof name === 'string' ? PRESETS[name] : undefined
  return {
    ...node,
    ...(isObject(data) && presets ? { data: { ...presets, ...data } } : {}),
    ...(isObject(children)
      ? {
          children: Object.fromEntries(
            Object.entries(children).map(([key, child]) => [key, isObject(child) ? preset(child) : child]),
          ),
        }
      : {}),
  }
}

function checkFlow(call: Call, doc: JsonObject, problems: Problems, ownId: string | undefined): void {
  const numbers = list(doc, 'numbers')
  if (numbers.length === 0 && list(doc, 'patterns').length === 0)
    problems.add('numbers', 'required', {
      message: 'Callflows must be assigned at least one number or pattern',
    })
  const others = call.sim.store
    .database(accountId(call))
    .ofType('callflow')
    .filter((flow) => flow['_id'] !== ownId)
  for (const number of numbers) {
    const other = others.find((flow) => list(flow, 'numbers').includes(number))
    if (other)
      problems.add('numbers', 'unique', {
        message: `Number ${typeof number === 'string' ? number : ''} exists in callflow ${text(other, 'name') ?? text(other, '_id') ?? ''}`,
        cause: number,
      })
  }
  walk(object(doc, 'flow'), ['flow'], (name, path) => {
    if (callflowModules.has(name)) return
    const message = `unable to find callflow schema for module ${name}`
    problems.addSchemaError({ path: [...path, 'module'], keyword: 'error', info: { message, value: name } })
    problems.add('schema', 'schema', { message: 'schema not found', schema: `callflows.${name}` })
  })
}

function walk(node: JsonObject, path: string[], visit: (name: string, path: string[]) => void): void {
  const name = text(node, 'module')
  if (name !== undefined) visit(name, path)
  for (const [key, child] of Object.entries(object(node, 'children')))
    if (isObject(child)) walk(child, [...path, 'children', key], visit)
}

/** The modules of a flow, as the list names them. Undefined where Kazoo's view stops: at a child of null. */
function modulesOf(flow: Json | undefined): Json[] | undefined {
  const named = at(flow, ['module'])
  const data = at(flow, ['data'])
  const found: Json[] = []
  if (named !== undefined && isTruthy(named) && isTruthy(data) && at(data, ['skip_module']) !== true)
    found.push(named)
  for (const [, child] of members(at(flow, ['children']))) {
    const inner = child === null ? undefined : modulesOf(child)
    if (inner === undefined) return undefined
    found.push(...inner)
  }
  return found
}

function nodes(flow: JsonObject): JsonObject[] {
  if (flow['module'] === undefined) return []
  return [
    flow,
    ...Object.values(object(flow, 'children')).flatMap((child) => (isObject(child) ? nodes(child) : [])),
  ]
}

/** Names of the documents that the flow points to. */
function mentioned(call: Call, doc: JsonObject): JsonObject {
  const database = call.sim.store.database(accountId(call))
  const found: JsonObject = {}
  for (const node of nodes(object(doc, 'flow'))) {
    const id = text(object(node, 'data'), 'id')
    const other = id === undefined ? undefined : database.get(id)
    if (id !== undefined && other)
      found[id] = { name: other['name'] ?? '', pvt_type: other['pvt_type'] ?? '' }
  }
  return found
}
