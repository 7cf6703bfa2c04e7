import { Phone } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { DeviceQuery } from '../../lib/views/device.ts'
import { NoRows } from '../ui/data-table/no-rows.tsx'

/** Stands for the rows when there are none: in all the account, or that match. */
export function NoDevices({ query, total }: { query: DeviceQuery; total: number }): ReactNode {
  const t = useTranslations('devices.list')
  const said = {
    empty: t('empty'),
    emptyAbout: t('emptyAbout'),
    noMatch: t('noMatch', { text: query.text }),
    noMatchAbout: t('noMatchAbout'),
    showAll: t('showAll'),
  }
  return <NoRows query={query} total={total} usual="name" icon={Phone} t={said} />
}
