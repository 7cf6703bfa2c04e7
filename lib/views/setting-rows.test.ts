import { expect, test } from 'vitest'
import type { Table } from './schema-form.ts'
import { LIST, MAP, tableFormat, type RowFormat } from './setting-rows.ts'

const column = (key: string, kind: Table['columns'][number]['kind'] = 'text') => ({
  key,
  label: key,
  kind,
  choices: [],
})
const PLAN = tableFormat({ keyed: true, name: '', columns: [column('prefix'), column('suffix')] })
const KEYS = tableFormat({
  keyed: false,
  name: '',
  columns: [column('label'), column('line', 'number'), column('lit', 'truth')],
})

const cellsOf = (format: RowFormat, text: string) => format.read(text)?.rows.map(({ cells }) => cells)

/** The text after a change of one cell, as the editor writes it. */
function typed(format: RowFormat, text: string, row: number, cell: number, value: string): string {
  const { rows, kept } = format.read(text) ?? { rows: [], kept: [] }
  const { cells = [], entry } = rows[row] ?? {}
  const changed = { cells: cells.with(cell, value), ...(entry && { entry }) }
  return format.write({ kept, rows: rows.with(row, changed) })
}

test('a list has a row for each line, and leaves out empty ones', () => {
  expect(cellsOf(LIST, 'PCMA\nG722')).toEqual([['PCMA'], ['G722']])
  expect(typed(LIST, 'PCMA\nG722', 1, 0, ' OPUS ')).toBe('PCMA\nOPUS')
  expect(typed(LIST, 'PCMA\nG722', 0, 0, '')).toBe('G722')
  expect(LIST.write({ rows: [], kept: [] })).toBe('')
})

test('a map has a row for each pair; a row without a name is not dropped but refused', () => {
  expect(cellsOf(MAP, 'X-Floor: 3\nX-Url: a:b\nX-Empty:')).toEqual([
    ['X-Floor', '3'],
    ['X-Url', 'a:b'],
    ['X-Empty', ''],
  ])
  expect(typed(MAP, 'X-Floor: 3\nX-Wing: B', 0, 1, '4')).toBe('X-Floor: 4\nX-Wing: B')
  expect(typed(MAP, 'X-Floor: 3', 0, 0, '')).toBe(': 3')
  expect(MAP.write({ rows: [{ cells: ['', ''] }], kept: [] })).toBe('')
})

test('a table has a row for each flat object, and keeps what it does not show', () => {
  const text = '{"^1": {"prefix": "0"}, "system": ["e164"], "^2": {"prefix": "", "other": 1}}'
  expect(cellsOf(PLAN, text)).toEqual([['^1', '0', '']])
  expect(PLAN.read(text)?.kept.map(([key]) => key)).toEqual(['system', '^2'])
  expect(JSON.parse(typed(PLAN, text, 0, 2, '9'))).toEqual({
    '^1': { prefix: '0', suffix: '9' },
    system: ['e164'],
    '^2': { prefix: '', other: 1 },
  })
})

test('only changed cells of a table are written, each as its column wants it', () => {
  const text = '[{"label": "", "line": 1}, {"lit": false}]'
  expect(cellsOf(KEYS, text)).toEqual([
    ['', '1', ''],
    ['', '', 'false'],
  ])
  expect(JSON.parse(typed(KEYS, text, 0, 1, '2,5'))).toEqual([{ label: '', line: 2.5 }, { lit: false }])
  expect(JSON.parse(typed(KEYS, text, 1, 2, 'true'))).toEqual([{ label: '', line: 1 }, { lit: true }])
  expect(JSON.parse(typed(KEYS, text, 1, 2, ''))).toEqual([{ label: '', line: 1 }, {}])
  expect(JSON.parse(typed(KEYS, text, 0, 1, 'two'))).toEqual([{ label: '', line: 'two' }, { lit: false }])
})

test('a table reads nothing from a text that would lose something as rows', () => {
  for (const text of ['[', '{"a": {}, "a": {}}', '[{"label": 1}]', '"text"', '{}'])
    expect(KEYS.read(text), text).toBeNull()
  expect(PLAN.read('[]')).toBeNull()
  expect(PLAN.read('{"a": {"prefix": "1\\n2"}}')?.rows).toEqual([])
})

test('two rows with one name are both written, so that the form can refuse them', () => {
  const rows = [{ cells: ['^1', '0', ''] }, { cells: ['^1', '9', ''] }]
  expect(PLAN.write({ rows, kept: [] })).toBe('{\n  "^1": {"prefix":"0"},\n  "^1": {"prefix":"9"}\n}')
})
