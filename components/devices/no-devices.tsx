import { Phone } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { DeviceQuery } from '../../lib/views/device.ts'
import { NoRows } from '../ui/data-table/no-rows.tsx'

/** Shown in place of the rows when an account has no devices or none matches. */
export function NoDevices({ query, total }: { query: DeviceQuery; total: number }): ReactNode {
  const t = useTranslations('devices.list')
  const texts = {
    empty: t('empty'),
    emptyAbout: t('emptyAbout'),
    noMatch: t('noMatch', { text: query.text }),
    noneFiltered: t('noneFiltered'),
    noMatchAbout: t('noMatchAbout'),
    showAll: t('showAll'),
  }
  return <NoRows query={query} total={total} defaultSort="name" icon={Phone} texts={texts} />
}
