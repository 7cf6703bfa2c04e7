import { Phone } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { DeviceQuery } from '../../lib/views/device.ts'
import { NoRows } from '../ui/data-table/no-rows.tsx'

/** Stands for the rows when there are none: in all the account, or that match. */
export function NoDevices({ query, total }: { query: DeviceQuery; total: number }): ReactNode {
  const words = useTranslations('devices.list')
  const said = {
    empty: words('empty'),
    emptyAbout: words('emptyAbout'),
    noMatch: words('noMatch', { text: query.text }),
    noMatchAbout: words('noMatchAbout'),
    showAll: words('showAll'),
  }
  return <NoRows query={query} total={total} usual="name" icon={Phone} words={said} />
}
