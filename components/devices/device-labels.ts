import { useTranslations } from 'next-intl'

/** The types that we have a word for, at `devices.types`. */
const TYPES = [
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

/** Our word for a type of device in the reader's language; of one we do not know, Kazoo's own. */
export function useTypeLabel(): (type: string) => string {
  const t = useTranslations('devices.types')
  return (type) => {
    const known = TYPES.find((each) => each === type)
    return known === undefined ? type.replaceAll('_', ' ') : t(known)
  }
}

const NEVER_REGISTER = new Set(['cellphone', 'landline', 'sip_uri'])

/** Whether a device of this type signs in to Kazoo by itself. */
export function registers(type: string): boolean {
  return !NEVER_REGISTER.has(type)
}

/** A MAC address in pairs, as it is printed on the phone; what is none stays as it is. */
export function macInPairs(bare: string): string {
  return /^[0-9a-f]{12}$/i.test(bare) ? (bare.match(/../g) ?? []).join(':') : bare
}
