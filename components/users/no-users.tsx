import { Users } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { UserQuery } from '../../lib/views/user.ts'
import { NoRows } from '../ui/data-table/no-rows.tsx'

/** Shown in place of the rows when an account has no users or none matches. */
export function NoUsers({ query, total }: { query: UserQuery; total: number }): ReactNode {
  const t = useTranslations('users.list')
  const texts = {
    empty: t('empty'),
    emptyAbout: t('emptyAbout'),
    noMatch: t('noMatch', { text: query.text }),
    noneFiltered: t('noneFiltered'),
    noMatchAbout: t('noMatchAbout'),
    showAll: t('showAll'),
  }
  return <NoRows query={query} total={total} defaultSort="name" icon={Users} texts={texts} />
}
