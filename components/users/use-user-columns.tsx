'use client'
import { useTranslations } from 'next-intl'
import type { UserRow, UserSort } from '../../lib/views/user.ts'
import { Badge } from '../ui/badge.tsx'
import type { Column } from '../ui/data-table/column.ts'
import { Link } from '../ui/link.tsx'
import { NameLabel } from '../shell/name-label.tsx'

/** The columns of the user list. On a phone their content moves below the name. */
export function useUserColumns(): Column<UserRow, UserSort>[] {
  const t = useTranslations('users')
  return [
    { id: 'name', title: t('list.name'), sort: 'name', fixed: true, cell: nameCell },
    {
      id: 'extension',
      title: t('list.extension'),
      sort: 'extension',
      className: 'w-32 truncate max-md:hidden',
      cell: ({ extension }) => <span className="monospace">{extension}</span>,
    },
    {
      id: 'email',
      title: t('list.email'),
      sort: 'email',
      className: 'w-[24%] truncate text-ink-soft max-md:hidden',
      cell: ({ email }) => email,
    },
    {
      id: 'role',
      title: t('list.role'),
      sort: 'privilege',
      className: 'w-32',
      cell: ({ privilege }) =>
        privilege === 'admin' ? (
          <Badge tone="accent">{t('roles.admin')}</Badge>
        ) : (
          <span className="text-ink-soft">{t('roles.user')}</span>
        ),
    },
    {
      id: 'features',
      title: t('list.features'),
      className: 'w-[24%] truncate text-xs text-ink-faint max-lg:hidden',
      cell: ({ features }) => features.map((feature) => t(`features.${feature}`)).join(' · '),
    },
  ]
}

function nameCell({ id, name, extension, email }: UserRow, tabIndex: -1 | undefined) {
  return (
    <>
      <Link
        href={`/users/${id}`}
        tabIndex={tabIndex}
        className="block py-0.5 font-medium break-words after:absolute after:inset-0 md:truncate"
      >
        <NameLabel of="user" name={name} />
      </Link>
      <span className="block text-xs text-ink-faint md:hidden">
        {[extension, email].filter(Boolean).join(' · ')}
      </span>
    </>
  )
}
