import { expect, test } from 'vitest'
import { auditQuery, ignoredParams } from './audit-query.ts'

const MEMBER = '3b9ac1de-58cc-4372-a567-0e02b2c3d479'

test.each([
  ['an empty address', {}, []],
  ['empty fields, as a form posts them', { q: '', from: '', to: ' ' }, []],
  [
    'a filter of each kind',
    { q: 'a', who: MEMBER, verb: 'device.edit', outcome: 'failed', from: '2026-05-01' },
    [],
  ],
  ['a kind of actor', { who: 'customer' }, []],
  ['a day that no calendar has', { from: '2026-13-01', to: '2026-05-01' }, ['from']],
  [
    'values that are no filter',
    { who: 'me', verb: 'A B', outcome: 'fine', before: 'x' },
    ['who', 'verb', 'outcome', 'before'],
  ],
  ['the same parameter twice', { from: ['2026-05-01', '2026-05-02'] }, ['from']],
  ['a parameter of another page', { page: '2' }, []],
])('%s: what is ignored is named', (_what, params, ignored) => {
  expect(ignoredParams(params)).toEqual(ignored)
  // What is ignored filters nothing.
  const query: Readonly<Record<string, unknown>> = auditQuery(params)
  for (const name of ignored) expect(query[name] ?? '').toBe('')
})
