import { SearchX, Users } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { queryLink } from '../../lib/views/list.ts'
import type { UserQuery } from '../../lib/views/user.ts'
import { buttonClass } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Link } from '../ui/link.tsx'

/** Stands for the rows when there are none: in all the account, or that match. */
export function NoUsers({ query, total }: { query: UserQuery; total: number }): ReactNode {
  const words = useTranslations('users.list')
  if (total === 0) {
    return (
      <EmptyState icon={Users} title={words('empty')}>
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
