// Walks the syntax tree of a file, for checks that a text search would get wrong.
import { parseSync } from '@swc/core'
import type { Source } from './sources.ts'

export type Node = { readonly type: string; readonly [part: string]: unknown }

/** Whether a value in a tree is a node. */
export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

/** The direct children of `node`. */
export function childrenOf(node: Node): Node[] {
  return Object.values(node).flatMap((part) => nodesIn(part))
}

/** Every node of a file, parents before children. */
export function nodesOf({ path, text }: Source): Node[] {
  const tree: unknown = parseSync(text, { syntax: 'typescript', tsx: path.endsWith('.tsx') })
  const nodes: Node[] = []
  const open = nodesIn(tree)
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    nodes.push(node)
    open.push(...childrenOf(node).toReversed())
  }
  return nodes
}

/** List items and arguments are wrapped in objects that are not nodes. */
function nodesIn(part: unknown): Node[] {
  if (isNode(part)) return [part]
  if (Array.isArray(part)) return part.flatMap(nodesIn)
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(nodesIn) : []
}

/** The fixed parts of a string or template, without its expressions; null for anything else. */
export function textOf(node: unknown): string[] | null {
  if (!isNode(node)) return null
  if (node.type === 'StringLiteral') return [String(node['value'])]
  if (node.type === 'TsLiteralType') return textOf(node['literal'])
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node['quasis'])) return null
  return node['quasis'].filter(isNode).map((quasi) => String(quasi['cooked']))
}
