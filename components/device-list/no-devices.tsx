import { Phone, SearchX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Link } from '../ui/link.tsx'
import type { ReactNode } from 'react'
import type { DeviceQuery } from '../../lib/views/device.ts'
import { queryLink } from '../../lib/views/list.ts'
import { buttonClass } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'

/** Stands for the rows when there are none: in all the account, or that match. */
export function NoDevices({ query, total }: { query: DeviceQuery; total: number }): ReactNode {
  const words = useTranslations('devices.list')
  if (total === 0) {
    return (
      <EmptyState icon={Phone} title={words('empty')}>
        {words('emptyAbout')}
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={SearchX} title={words('noMatch', { text: query.text })}>
      <p>{words('noMatchAbout')}</p>
      <Link
        prefetch={false}
        href={queryLink({ ...query, text: '', page: query.page === 'all' ? 'all' : 1 }, 'name')}
        className={buttonClass()}
      >
        {words('showAll')}
      </Link>
    </EmptyState>
  )
}
