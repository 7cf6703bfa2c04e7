import { describe, expect, test } from 'vitest'
import { DEVICE_TERMS, type DeviceRow } from './device.ts'
import { deviceRules } from './device-rules.ts'
import { inOrder, listPage, listQuery, queryLink } from './list.ts'

type SearchableFields = Omit<DeviceRow, 'id'>
const row = (name: string, more: Partial<SearchableFields> = {}): SearchableFields => ({
  name,
  type: 'sip_device',
  enabled: true,
  owner: null,
  model: null,
  agent: null,
  macAddress: '',
  username: 'user_1',
  registered: null,
  ...more,
})
const query = (search: string) => {
  const params = new URLSearchParams(search)
  return listQuery((name) => params.get(name), DEVICE_TERMS)
}
const names = (rows: readonly SearchableFields[]) => rows.map(({ name }) => name)

describe('an address', () => {
  test('is parsed to its query, and written as it was read', () => {
    const search = '?q=lobby+2&state=offline&owner=Ida+%26+Co&sort=owner&dir=desc&page=3'
    expect(query(search)).toEqual({
      text: 'lobby 2',
      filters: { state: 'offline', owner: 'Ida & Co' },
      sort: 'owner',
      descending: true,
      page: 3,
    })
    expect(queryLink(query(search), 'name')).toBe(search)
    expect(query('?page=all')).toMatchObject({ page: 'all' })
    expect(queryLink(query(''), 'name')).toBe('?')
  })

  test.each([
    '?page=0',
    '?page=-1',
    '?page=1.5',
    '?page=1e3',
    '?page=',
    '?page=9999999',
    '?sort=id&dir=up',
    '?sort=__proto__',
    `?q=${'x'.repeat(201)}`,
    `?state=&owner=${'x'.repeat(201)}`,
    '?colour=red&__proto__=1',
  ])('that is invalid gives the default: %s', (search) => {
    expect(query(search)).toEqual({ text: '', filters: {}, sort: 'name', descending: false, page: 1 })
  })
})

const many = Array.from({ length: 120 }, (_, number) => row(`Phone ${number + 1}`))
const page = (search: string) => listPage(many, query(search), deviceRules)

const owned = (count: number) =>
  Array.from({ length: count }, (_, number) => row(`Phone ${number}`, { owner: `Owner ${number}` }))

describe('a list of devices', () => {
  test('has a MAC address in any spelling, however Kazoo stores it', () => {
    const stored = ['0004f2ab7efd', '00:04:F2:AB:7E:FD', '00-04-f2-ab-7e-fd', '0004.f2ab.7efd']
    const rows = [
      row('Other', { macAddress: '001565abcdef' }),
      row('Odd', { macAddress: 'No Address' }),
      ...stored.map((macAddress) => row(macAddress, { macAddress })),
    ]
    const found = (text: string) => names(listPage(rows, { ...query(''), text }, deviceRules).rows)
    for (const text of [
      '0004f2ab7efd',
      '00:04:F2:AB:7E:FD',
      '00-04-F2-AB-7E-FD',
      '00_04_f2_ab_7e_fd',
      '00–04–f2–ab–7e–fd',
      '00—04—F2',
      '0004.F2AB',
      'F2 AB',
      'ab:7e\u200b:fd',
      '７Ｅ:ＦＤ',
      'f2ab',
      ':f2:',
    ])
      expect(found(text), text).toEqual(stored)
    expect(found('no addr')).toEqual(['Odd'])
    expect(found('0004f2ab7efe')).toEqual([])
    expect(names(inOrder(rows, query('?sort=macAddress'), deviceRules)).indexOf('Other')).toBe(4)
  })

  test('sorts numbers in names by value, and breaks ties by name in either direction', () => {
    const rows = [row('Phone 10', { owner: 'Ida' }), row('phone 2', { owner: 'Ida' }), row('Phone 1')]
    const usual = query('')
    expect(names(inOrder(rows, usual, deviceRules))).toEqual(['Phone 1', 'phone 2', 'Phone 10'])
    const byOwner = query('?sort=owner&dir=desc')
    expect(names(inOrder(rows, byOwner, deviceRules))).toEqual(['phone 2', 'Phone 10', 'Phone 1'])
  })

  test('has online devices first, then offline ones, and then those with an unknown state', () => {
    const rows = [row('a', { registered: false }), row('b'), row('c', { registered: true })]
    expect(names(inOrder(rows, query('?sort=registered'), deviceRules))).toEqual(['c', 'a', 'b'])
  })

  test('is filtered by state, type, model and owner together with its text, and counts what each would show', () => {
    const rows = [
      row('Lobby 1', { registered: true, owner: 'Ida', model: 'Snom D785' }),
      row('Lobby 2', { registered: false, owner: 'Ida' }),
      row('Lobby 3', { registered: true, enabled: false, type: 'softphone', username: 'user_7' }),
      row('Lobby 4', { type: 'cellphone', username: '' }),
      row('Attic', { registered: false }),
    ]
    const found = (search: string) => listPage(rows, query(search), deviceRules)
    expect(names(found('?state=offline').rows)).toEqual(['Lobby 2', 'Attic'])
    expect(names(found('?state=offline&q=lobby').rows)).toEqual(['Lobby 2'])
    expect(names(found('?state=disabled&type=softphone').rows)).toEqual(['Lobby 3'])
    expect(names(found('?owner=Ida&model=Snom+D785').rows)).toEqual(['Lobby 1'])
    expect(found('?state=nonsense')).toMatchObject({ total: 5, matching: 0, rows: [] })
    // A filter is counted over the rows that match everything but itself.
    expect(found('?state=offline&q=lobby').choices).toEqual({
      state: [
        { value: 'online', count: 1 },
        { value: 'offline', count: 1 },
        { value: 'disabled', count: 1 },
        { value: 'forwarding', count: 1 },
      ],
      type: [{ value: 'sip_device', count: 1 }],
      model: [],
      owner: [{ value: 'Ida', count: 1 }],
    })
  })

  test('offers the values of a filter up to fifty', () => {
    expect(listPage(owned(50), query(''), deviceRules).choices['owner']).toHaveLength(50)
    expect(listPage(owned(51), query(''), deviceRules).choices['owner']).toEqual([])
    expect(listPage(owned(51), query('?owner=Owner+50'), deviceRules).matching).toBe(1)
    const odd = [row('a', { owner: ' Ida\n' }), row('b', { owner: '' }), row('c', { owner: 'x'.repeat(201) })]
    expect(listPage(odd, query(''), deviceRules).choices['owner']).toEqual([])
  })

  test('is found by name, owner, model and SIP username in any case, and by a MAC address in any spelling', () => {
    const rows = [
      row('Lobby', { owner: 'Åsa Berg' }),
      row('Lab', { model: 'Snom D785', username: 'user_77' }),
      row('Door', { macAddress: '001565abcdef' }),
    ]
    const found = (text: string) => names(listPage(rows, { ...query(''), text }, deviceRules).rows)
    expect(found('åSA')).toEqual(['Lobby'])
    expect(found('d785')).toEqual(['Lab'])
    expect(found('USER_7')).toEqual(['Lab'])
    for (const mac of ['65:AB:CD', '65-ab-cd', '1565.abcd', '001565ABCDEF'])
      expect(found(mac)).toEqual(['Door'])
    expect(found(' ')).toHaveLength(3)
    expect(found('.*')).toEqual([])
  })

  test('has pages of fifty, and shows the last one for any page beyond it; or is a single page', () => {
    expect(page('?page=2')).toMatchObject({ total: 120, matching: 120, pages: 3 })
    expect(page('?page=2').rows[0]?.name).toBe('Phone 51')
    expect(page('?page=99').query.page).toBe(3)
    expect(page('?page=99').rows).toHaveLength(20)
    expect(page('?page=all')).toMatchObject({ pages: 1, rows: { length: 120 } })
    expect(page('?q=zebra')).toMatchObject({ total: 120, matching: 0, pages: 1, rows: [] })
  })
})
