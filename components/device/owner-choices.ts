import type { OwnerOption } from '../../lib/views/device.ts'
import type { Choice } from '../ui/select-field.tsx'

/** The people a device can be given to, nobody first. */
export function ownerChoices(owners: readonly OwnerOption[]): Choice[] {
  return [
    { value: '', label: 'Nobody' },
    ...owners.map(({ id, name }) => ({ value: id, label: name ?? 'Somebody who is gone' })),
  ]
}
