import { useTranslations } from 'next-intl'
import type { OwnerOption } from '../../lib/views/device.ts'
import type { Choice } from '../ui/select-field.tsx'

/** The people a device can be given to, nobody first. */
export function useOwnerChoices(): (owners: readonly OwnerOption[]) => Choice[] {
  const t = useTranslations('devices.form')
  return (owners) => [
    { value: '', label: t('nobody') },
    ...owners.map(({ id, name }) => ({ value: id, label: name ?? t('gone') })),
  ]
}
