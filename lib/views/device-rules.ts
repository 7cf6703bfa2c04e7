// Defines how devices are searched and sorted: by everything that a row shows, and by the SIP username.
import type { DeviceRow, DeviceSort } from './device.ts'
import { DEVICE_STATES, deviceState } from './device-state.ts'
import type { ListRules } from './list.ts'
import { searchableText } from './searchable-text.ts'
import { bareMac, isMac, macDigits } from './mac-address.ts'

type SearchableFields = Pick<DeviceRow, DeviceSort | 'username' | 'agent' | 'type' | 'enabled'>

const compare = new Intl.Collator('en', { numeric: true, sensitivity: 'base' }).compare
const compareLetters = new Intl.Collator('en').compare

const textOf = searchableText(({ name, owner, model, agent, username, macAddress }: SearchableFields) => [
  name,
  owner,
  model,
  agent,
  username,
  isMac(macAddress) ? null : macAddress,
])
const macOf = searchableText(({ macAddress }: SearchableFields) => [bareMac(macAddress)])

const stateRank = (row: SearchableFields) => DEVICE_STATES.indexOf(deviceState(row))

export const deviceRules: ListRules<SearchableFields, DeviceSort> = {
  matcher: (text) => {
    const search = text.trim().toLowerCase()
    const mac = macDigits(search)
    return (row) => textOf(row).includes(search) || (mac !== '' && macOf(row).includes(mac))
  },
  filters: {
    state: deviceState,
    type: ({ type }) => type,
    model: ({ model }) => model,
    owner: ({ owner }) => owner,
  },
  order: (sort) => {
    if (sort === 'registered') return (a, b) => stateRank(a) - stateRank(b)
    // Digits within hexadecimal are no numbers.
    if (sort === 'macAddress') return (a, b) => compareLetters(macOf(a), macOf(b))
    return (a, b) => compare(a[sort] ?? '', b[sort] ?? '')
  },
  settle: (a, b) => compare(a.name, b.name),
}
