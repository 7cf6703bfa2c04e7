// Walks the syntax of one file, for checks that text alone would mislead.
import { parseSync } from '@swc/core'
import type { Source } from './sources.ts'

export type Node = { readonly type: string; readonly [part: string]: unknown }

/** Whether something of a tree is a node of it. */
export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

/** The nodes right below `node`. */
export function childrenOf(node: Node): Node[] {
  return Object.values(node).flatMap((part) => nodesIn(part))
}

/** Every node of a file, each before what is in it. */
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

/** A list's items and an argument's expression are wrapped in objects that are no nodes themselves. */
function nodesIn(part: unknown): Node[] {
  if (isNode(part)) return [part]
  if (Array.isArray(part)) return part.flatMap(nodesIn)
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(nodesIn) : []
}

/**
 * The fixed text of a string or of a template, with a gap at each place that is filled in; null for anything
 * else.
 */
export function textOf(node: unknown): string[] | null {
  if (!isNode(node)) return null
  if (node.type === 'StringLiteral') return [String(node['value'])]
  if (node.type === 'TsLiteralType') return textOf(node['literal'])
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node['quasis'])) return null
  return node['quasis'].filter(isNode).map((quasi) => String(quasi['cooked']))
}
