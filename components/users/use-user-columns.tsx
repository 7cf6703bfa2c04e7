'use client'
import { useTranslations } from 'next-intl'
import { PRIVILEGES, type UserRow, type UserSort } from '../../lib/views/user.ts'
import { Badge } from '../ui/badge.tsx'
import type { Column } from '../ui/data-table/column.ts'
import { NameCell } from '../ui/data-table/name-cell.tsx'
import { Link } from '../ui/link.tsx'
import { NameLabel } from '../shell/name-label.tsx'

/** The columns of the user list. On a phone their content moves into the cell of the name. */
export function useUserColumns(): Column<UserRow, UserSort>[] {
  const t = useTranslations('users')
  const admin = <Badge tone="accent">{t('roles.admin')}</Badge>
  return [
    {
      id: 'name',
      title: t('list.name'),
      sort: 'name',
      fixed: true,
      cell: ({ id, name, extension, email, privilege }, tabIndex) => (
        <NameCell
          link={
            <Link href={`/users/${id}`} tabIndex={tabIndex}>
              <NameLabel of="user" name={name} />
            </Link>
          }
          state={privilege === 'admin' && admin}
          about={[extension, email]}
        />
      ),
    },
    {
      id: 'extension',
      title: t('list.extension'),
      sort: 'extension',
      words: [],
      className: 'truncate max-md:hidden',
      cell: ({ extension }) => <span className="monospace">{extension}</span>,
    },
    {
      id: 'email',
      title: t('list.email'),
      sort: 'email',
      className: 'w-[28%] truncate text-ink-soft max-md:hidden',
      cell: ({ email }) => email,
    },
    {
      id: 'role',
      title: t('list.role'),
      sort: 'privilege',
      words: PRIVILEGES.map((privilege) => t(`roles.${privilege}`)),
      className: 'max-md:hidden',
      cell: ({ privilege }) =>
        privilege === 'admin' ? admin : <span className="text-ink-soft">{t('roles.user')}</span>,
    },
    {
      id: 'features',
      title: t('list.features'),
      className: 'w-[22%] text-xs text-ink-faint max-lg:hidden',
      cell: ({ features }) => features.map((feature) => t(`features.${feature}`)).join(' · '),
    },
  ]
}
