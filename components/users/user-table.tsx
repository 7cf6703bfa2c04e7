'use client'
import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import { useState, type ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { UserPasswordField } from '../../lib/views/user-form.ts'
import type { Verb } from '../../lib/views/viewer.ts'
import { narrows, WHOLE_ROWS } from '../../lib/views/list.ts'
import { userRules } from '../../lib/views/user-rules.ts'
import { PRIVILEGES, USER_TERMS, type ListUsers, type UserList, type UserRow } from '../../lib/views/user.ts'
import { ListPanel } from '../ui/data-table/list-panel.tsx'
import type { DisplayOptions } from '../ui/data-table/display-options.ts'
import { useList } from '../ui/data-table/use-list.ts'
import { NoUsers } from './no-users.tsx'
import { useUserActions } from './use-user-actions.ts'
import { useUserColumns } from './use-user-columns.tsx'
import { useNameLabel } from '../shell/name-label.tsx'

const ResetPasswordDialog = dynamic(
  () => import('./reset-password-dialog.tsx').then((part) => part.ResetPasswordDialog),
  { ssr: false },
)

type Props = {
  account: string
  list: UserList
  display: DisplayOptions
  /** Buttons that add a user, for viewers who may. */
  actions?: ReactNode
  /** Loads the whole list, to filter without the server. */
  listUsers: ListUsers
  setPassword: FormAction<UserPasswordField>
  /** What the viewer may do. */
  may: readonly Verb[]
}

/** The users of an account; filter, order and page are in the URL. */
export function UserTable({
  account,
  list,
  display,
  actions,
  listUsers,
  setPassword,
  may,
}: Props): ReactNode {
  const t = useTranslations('users')
  const nameLabel = useNameLabel()
  const [resetting, setResetting] = useState<UserRow | null>(null)
  const state = useList(list, {
    terms: USER_TERMS,
    rules: userRules,
    fetchWhole:
      list.total <= WHOLE_ROWS
        ? async () => {
            const answer = await listUsers(account)
            return answer.ok ? answer.value : null
          }
        : undefined,
  })
  const columns = useUserColumns()
  const { query, matching } = state.page
  const total = state.page.total + list.unopenable.count
  const counts =
    total === 0
      ? null
      : narrows(query)
        ? t('list.matching', { matching, total })
        : t('list.counts', { total, admins: list.admins })

  return (
    <>
      <ListPanel
        title={t('title')}
        name="users"
        list={`users of ${account}`}
        defaultSort={USER_TERMS.sorts[0]}
        filters={[
          {
            name: 'role',
            title: t('list.role'),
            labelOf: (role) => t(role === 'admin' ? 'list.admins' : 'list.users'),
            values: PRIVILEGES,
          },
        ]}
        filter={{ label: t('list.filter'), placeholder: t('list.filterHint') }}
        nameOf={({ name }) => nameLabel('user', name)}
        nothing={(state.page.total > 0 || total === 0) && <NoUsers query={query} total={state.page.total} />}
        {...{ state, counts, columns, display, actions }}
        {...useUserActions({ account, may, askReset: setResetting })}
      />
      {resetting && (
        <ResetPasswordDialog user={resetting} action={setPassword} close={() => setResetting(null)} />
      )}
    </>
  )
}
