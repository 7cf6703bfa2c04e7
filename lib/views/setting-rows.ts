// Reads the text of a list, a map or a table of settings as rows of cells, and writes it again. The form
// posts the text: rows are only another way to type it.
import { jsonFault } from './json-fault.ts'
import type { Table } from './schema-form.ts'

/** The cells of a row; `entry` is what is stored, of which only changed cells are replaced. */
export type Row = { readonly cells: readonly string[]; readonly entry?: Entry }
type Scalar = string | number | boolean
type Entry = Readonly<Record<string, Scalar>>
/** The rows of a text, and the entries that the columns of a table cannot show: they are kept as they are. */
export type Rows = { readonly rows: readonly Row[]; readonly kept: readonly (readonly [string, unknown])[] }
/** Reads and writes one kind of text. `read` returns null for a text that has no rows. */
export type RowFormat = { read: (text: string) => Rows | null; write: (rows: Rows) => string }

/** One item a line. */
export const LIST: RowFormat = {
  read: (text) => ({ rows: linesOf(text).map((line) => ({ cells: [line] })), kept: [] }),
  write: ({ rows }) =>
    rows
      .map(({ cells: [item = ''] }) => item.trim())
      .filter((item) => item !== '')
      .join('\n'),
}

/** One `name: value` a line. */
export const MAP: RowFormat = {
  read: (text) => ({ rows: linesOf(text).map((line) => ({ cells: pairIn(line) })), kept: [] }),
  write: ({ rows }) =>
    rows
      .map(({ cells: [name = '', value = ''] }) => [name.trim(), value.trim()])
      .filter(([name, value]) => name !== '' || value !== '')
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n'),
}

/** JSON: an object or a list of flat objects. */
export function tableFormat({ keyed, columns }: Table): RowFormat {
  const keys = new Map(columns.map(({ key, kind }) => [key, kind]))
  const fits = (entry: unknown): entry is Entry =>
    isObject(entry) && Object.entries(entry).every(([key, cell]) => isOfKind(cell, keys.get(key)))
  const cellsOf = (entry: Entry) => columns.map(({ key }) => String(entry[key] ?? ''))

  function read(text: string): Rows | null {
    if (text !== '' && jsonFault(text) !== null) return null
    const value: unknown = text === '' ? (keyed ? {} : []) : JSON.parse(text)
    if ((!isObject(value) && !isList(value)) || isList(value) === keyed) return null
    const entries = Object.entries<unknown>(value)
    const rows = entries.flatMap(([key, entry]): Row[] =>
      fits(entry) ? [{ entry, cells: [...(keyed ? [key] : []), ...cellsOf(entry)] }] : [],
    )
    const kept = entries.filter(([, entry]) => !fits(entry))
    return keyed || kept.length === 0 ? { rows, kept } : null
  }

  function write({ rows, kept }: Rows): string {
    const filled = rows.filter(({ cells, entry }) => entry !== undefined || cells.some((cell) => cell !== ''))
    const written = filled.map(({ cells, entry = {} }): [string, unknown] => {
      const [name = '', ...rest] = keyed ? cells : ['', ...cells]
      return [name.trim(), withCells(entry, rest)]
    })
    const lines = [...kept, ...written].map(
      ([name, entry]) => `  ${keyed ? `${JSON.stringify(name)}: ` : ''}${JSON.stringify(entry)}`,
    )
    const [open, close] = keyed ? '{}' : '[]'
    return lines.length === 0 ? '' : `${open}\n${lines.join(',\n')}\n${close}`
  }

  function withCells(entry: Entry, cells: readonly string[]): Entry {
    const before = cellsOf(entry)
    const changed = new Set(columns.filter((_, at) => cells[at] !== before[at]).map(({ key }) => key))
    const same = Object.entries(entry).filter(([key]) => !changed.has(key))
    const typed = columns.flatMap(({ key, kind }, at): [string, Scalar][] => {
      const cell = cells[at] ?? ''
      return changed.has(key) && cell !== '' ? [[key, valueOf(cell, kind)]] : []
    })
    return Object.fromEntries([...same, ...typed])
  }

  return { read, write }
}

type ColumnKind = Table['columns'][number]['kind']

function isOfKind(cell: unknown, kind: ColumnKind | undefined): boolean {
  if (kind === 'number') return typeof cell === 'number'
  if (kind === 'truth') return typeof cell === 'boolean'
  return kind !== undefined && typeof cell === 'string' && !/[\r\n]/.test(cell)
}

/** What does not suit its column stays text, and Kazoo's schema refuses it. */
function valueOf(cell: string, kind: ColumnKind): Scalar {
  if (kind === 'truth' && /^(?:true|false)$/.test(cell)) return cell === 'true'
  const number = Number(cell.replace(',', '.'))
  return kind === 'number' && Number.isFinite(number) ? number : cell
}

function pairIn(line: string): string[] {
  const at = line.indexOf(':')
  return at === -1 ? [line, ''] : [line.slice(0, at).trim(), line.slice(at + 1).trim()]
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
