// Finds English text in markup that belongs in the catalogue, because readers of other languages would see
// it.
import type { Fault } from './fault.ts'
import type { Source } from './sources.ts'
import { childrenOf, isNode, nodesOf, textOf, type Node } from './syntax.ts'

/** Attributes whose text is shown or read out. */
const READ = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'confirm',
  'hint',
  'label',
  'placeholder',
  'title',
])
/** Names and signs that are the same in every language. */
const NAMES = /\b(?:UTC|SIP|MAC|Ctrl|Esc|Kazoo)\b|%s|&[a-z]+;/g

/** A technical value, such as an example of a host or a time zone. */
const WRITTEN = /^\S+[./]\S+$/
/** Elements whose text is typed or shown literally. */
const VERBATIM = new Set(['code', 'kbd', 'pre', 'samp'])
const JOINING = new Set(['+', '&&', '||', '??'])

/** Where markup may be English: only developers see it. */
const EXCEPT = /^(?:components|app)\/gallery\/|\.test\.tsx?$/

/** Text in the markup of `sources`, and in the titles of their pages. */
export function bareTextFaults(sources: readonly Source[]): Fault[] {
  return sources
    .filter(({ path }) => /^(?:app|components)\/.*\.tsx$/.test(path) && !EXCEPT.test(path))
    .flatMap((source) =>
      [...new Set(nodesOf(source).flatMap(wordsShown))].map((words) => ({
        path: source.path,
        says: `shows “${words}”; words belong into lib/i18n`,
      })),
    )
}

function wordsShown(node: Node): string[] {
  switch (node.type) {
    case 'JSXElement':
    case 'JSXFragment':
      return VERBATIM.has(tagName(node)) ? [] : childWords(node)
    case 'JSXAttribute':
      return READ.has(attributeName(node)) ? wordsIn(node['value']) : []
    case 'KeyValueProperty':
      return isNode(node['key']) && node['key']['value'] === 'title' ? wordsIn(node['value']) : []
    default:
      return []
  }
}

/**
 * The text that an expression may evaluate to: either side of a condition, but no arguments of a function.
 */
function wordsIn(node: unknown): string[] {
  const text = textOf(node)
  if (text !== null) return worded(text)
  if (!isNode(node)) return []
  if (node.type === 'ConditionalExpression')
    return [...wordsIn(node['consequent']), ...wordsIn(node['alternate'])]
  if (node.type === 'JSXText') return worded([String(node['value'])])
  if (node.type === 'BinaryExpression' && JOINING.has(String(node['operator']))) {
    return [...wordsIn(node['left']), ...wordsIn(node['right'])]
  }
  const open = node.type === 'JSXExpressionContainer' || node.type === 'ParenthesisExpression'
  return open ? childrenOf(node).flatMap(wordsIn) : []
}

function childWords({ children }: Node): string[] {
  return Array.isArray(children) ? children.flatMap(wordsIn) : []
}

function worded(parts: readonly string[]): string[] {
  const text = parts.join(' … ').replaceAll(/\s+/g, ' ').trim()
  return /\p{L}{2}/u.test(text.replaceAll(NAMES, '')) && !WRITTEN.test(text) ? [text] : []
}

function attributeName({ name }: Node): string {
  return isNode(name) ? String(name['value']) : ''
}

function tagName({ opening }: Node): string {
  return isNode(opening) ? attributeName(opening) : ''
}
