// The table of paths: which handler answers which verb.
import type { KazooVersion } from './flavour.ts'
import type { Call, Verb } from './call.ts'
import type { Reply } from './reply.ts'

export type Handler = (call: Call) => Reply

export interface Route {
  /** After `/v2/`; `{name}` stands for one part. */
  path: string
  verbs: Partial<Record<Verb, Handler>>
  /** In this version only. */
  kazoo?: KazooVersion
  /** Verbs that need no token. */
  open?: readonly Verb[]
  /** The module authorises by itself: the tree rule does not apply to paths without an account. */
  ownRule?: boolean
  /** An extra rule before the handler and the tree rule; it throws to refuse (403). */
  authorize?: (call: Call) => void
  /** Types a body may have besides JSON; others are 415. Undefined: JSON handlers ignore a file. */
  accepts?: readonly string[]
  /** Types GET can give; what does not fit the Accept header is 406. */
  provides?: readonly string[]
}

interface Node {
  names: Map<string, Node>
  param?: { name: string; node: Node }
  route?: Route
}

export interface Match {
  route: Route
  params: Record<string, string>
}

export class Routes {
  readonly #root: Node = { names: new Map() }

  constructor(routes: Iterable<Route>) {
    for (const route of routes) this.#add(route)
  }

  /** The route of a path's parts; undefined: 404. A literal name takes precedence over a `{name}`. */
  match(parts: readonly string[]): Match | undefined {
    const params: Record<string, string> = {}
    const route = find(this.#root, parts, 0, params)
    return route && { route, params }
  }

  /** Whether this is the name of a module. */
  knows(name: string): boolean {
    return this.#root.names.has(name)
  }

  #add(route: Route): void {
    let node = this.#root
    for (const part of route.path.split('/')) {
      const name = /^\{(\w+)\}$/.exec(part)?.[1]
      if (name === undefined) {
        let next = node.names.get(part)
        if (!next) {
          next = { names: new Map() }
          node.names.set(part, next)
        }
        node = next
      } else {
        node.param ??= { name, node: { names: new Map() } }
        node = node.param.node
      }
    }
    if (node.route) throw new Error(`two routes for ${route.path}`)
    node.route = route
  }
}

function find(
  node: Node,
  parts: readonly string[],
  at: number,
  params: Record<string, string>,
): Route | undefined {
  const part = parts[at]
  if (part === undefined) return node.route
  const named = node.names.get(part)
  const found = named && find(named, parts, at + 1, params)
  if (found) return found
  if (!node.param) return undefined
  params[node.param.name] = part
  return find(node.param.node, parts, at + 1, params)
}
