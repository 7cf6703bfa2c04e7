import { useTranslations } from 'next-intl'
import type { OwnerOption } from '../../lib/views/device.ts'
import type { Choice } from '../ui/select-field.tsx'
import { useNameLabel } from '../shell/name-label.tsx'

/** The users that a device can be assigned to, with nobody as the first choice. */
export function useOwnerChoices(): (owners: readonly OwnerOption[]) => Choice[] {
  const t = useTranslations('devices.form')
  const nameLabel = useNameLabel()
  return (owners) => [
    { value: '', label: t('nobody') },
    ...owners.map(({ id, name }) => ({
      value: id,
      label: name === null ? t('gone') : nameLabel('user', name),
    })),
  ]
}
