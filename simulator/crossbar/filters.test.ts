import { expect, test } from 'vitest'
import { filterOf } from './filters.ts'

const doc = {
  _id: 'd1',
  name: 'Desk',
  enabled: true,
  owner_id: '',
  sip: { username: 'desk1' },
  pvt_type: 'device',
  pvt_created: 100,
}

function passes(query: string): boolean | undefined {
  return filterOf(new URLSearchParams(query))?.(doc)
}

test('a query without filters filters nothing', () => {
  expect(filterOf(new URLSearchParams('page_size=2&missing_key=name&nonsense=1'))).toBeUndefined()
})

test.each([
  ['filter_name=Desk', true],
  ['filter_name=desk', false],
  ['filter_enabled=true', true],
  ['filter_sip.username=desk1', true],
  ['filter_pvt_type=device', true],
  ['filter_name=["Desk","Door"]', true],
  ['filter_none=', true],
  ['filter_not_name=Desk', false],
  ['filter_not_name=Door', true],
  ['has_key=sip.username', true],
  ['key_missing=sip.username', false],
  ['has_value=owner_id', false],
  ['value_missing=owner_id', true],
  ['created_from=100&created_to=100', true],
  ['created_from=101', false],
  ['filter_name=Desk&filter_enabled=false', false],
])('%s: %s', (query, expected) => {
  expect(passes(query)).toBe(expected)
})
