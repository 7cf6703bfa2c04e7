// Finds message keys that no source uses.
import type { Fault } from './fault.ts'
import { entriesOf, type Branch } from './message-files.ts'
import type { Source } from './sources.ts'
import { isNode, nodesOf, textOf, type Node } from './syntax.ts'

/**
 * The keys that a file may use: the namespaces it opens, its strings, and the fixed parts of its templates.
 */
type Mention = {
  folder: string
  namespaces: string[]
  /** Opened by a translator that is passed on to other files. */
  handedOn: string[]
  strings: Set<string>
  templates: string[][]
  words: Set<string>
}

const OPENERS = new Set(['useTranslations', 'getTranslations'])
const SPEAKERS = /^(?:app|components|lib|scripts\/portal)\//
const SILENT = /^(?:components|app)\/gallery\/|^testing\/|\.(?:test|spec)\.tsx?$/

/**
 * The keys of `english` that no source names. A key is named by its full text, or within a namespace that the
 * file opens. A template such as `types.${type}`, or a computed key, names those whose missing parts are
 * words in the sources too: a key that outlived its state is found although the template would match it.
 */
export function unusedMessageFaults(sources: readonly Source[], english: Branch): Fault[] {
  const mentions = withFolders(
    sources.filter(({ path }) => SPEAKERS.test(path) && !SILENT.test(path)).map(mentionOf),
  )
  const pool = new Set(mentions.flatMap(({ words }) => [...words]))
  return entriesOf(english)
    .map(([key]) => key)
    .filter((key) => !mentions.some((mention) => names(mention, key, pool)))
    .map((key) => ({ path: `lib/i18n/en/${key.split('.')[0]}.json`, says: `${key} is said nowhere` }))
}

function mentionOf(source: Source): Mention {
  const mention: Mention = {
    folder: source.path.slice(0, source.path.lastIndexOf('/') + 1),
    namespaces: [''],
    handedOn: [],
    strings: new Set(),
    templates: [],
    words: new Set(),
  }
  for (const node of nodesOf(source)) {
    mention.namespaces.push(...namespacesIn(node))
    mention.handedOn.push(...handedOnIn(node))
    const text = textOf(node)
    const [only] = text ?? []
    if (text !== null && text.length > 1) mention.templates.push(text)
    else if (only !== undefined) {
      mention.strings.add(only)
      for (const word of [only, ...only.split('.')]) mention.words.add(word)
    }
    const key = node.type === 'KeyValueProperty' ? node['key'] : null
    if (isNode(key)) mention.words.add(String(key['value']))
  }
  return mention
}

function withFolders(mentions: readonly Mention[]): Mention[] {
  return mentions.map((mention) => ({
    ...mention,
    namespaces: [
      ...mention.namespaces,
      ...mentions.flatMap(({ folder, handedOn }) => (mention.folder.startsWith(folder) ? handedOn : [])),
    ],
  }))
}

function handedOnIn(node: Node): string[] {
  const key = node.type === 'KeyValueProperty' ? node['key'] : null
  return isNode(key) && key['value'] === 'namespace' ? (textOf(node['value']) ?? []) : []
}

function namespacesIn(node: Node): string[] {
  const { callee } = node
  if (node.type !== 'CallExpression' || !isNode(callee) || !OPENERS.has(String(callee['value']))) return []
  const [first]: unknown[] = Array.isArray(node['arguments']) ? node['arguments'] : []
  const argument =
    typeof first === 'object' && first !== null && 'expression' in first ? first.expression : null
  return textOf(argument) ?? []
}

function names({ namespaces, strings, templates }: Mention, key: string, pool: ReadonlySet<string>): boolean {
  if (strings.has(key)) return true
  return namespaces.some((namespace) => {
    const relative =
      namespace === '' ? key : key.startsWith(`${namespace}.`) ? key.slice(namespace.length + 1) : null
    if (relative === null) return false
    const computed = namespace !== '' && pool.has(relative)
    return strings.has(relative) || computed || templates.some((parts) => matches(parts, relative, pool))
  })
}

/** Whether `key` is the template with its gaps filled by words of the pool. */
function matches(parts: readonly string[], key: string, pool: ReadonlySet<string>): boolean {
  if (!/[a-z]\.|\.[a-z]/i.test(parts.join(''))) return false
  const shape = parts.map((part) => RegExp.escape(part)).join('([\\w.-]+)')
  const gaps = new RegExp(`^${shape}$`).exec(key)?.slice(1)
  return gaps?.every((gap) => pool.has(gap)) ?? false
}
