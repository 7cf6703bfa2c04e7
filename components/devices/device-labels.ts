import { useTranslations } from 'next-intl'

/** The types that have a label at `devices.types`. */
export const DEVICE_TYPE_LABELS = [
  'sip_device',
  'softphone',
  'cellphone',
  'smartphone',
  'landline',
  'ata',
  'fax',
  'mobile',
  'sip_uri',
  'application',
] as const

/** The label of a device type in the reader's language; for an unknown type, Kazoo's name. */
export function useTypeLabel(): (type: string) => string {
  const t = useTranslations('devices.types')
  return (type) => {
    const known = DEVICE_TYPE_LABELS.find((each) => each === type)
    return known === undefined ? type.replaceAll('_', ' ') : t(known)
  }
}
