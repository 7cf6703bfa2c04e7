'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { WHOLE_ROWS } from '../../lib/views/list.ts'
import { userRules } from '../../lib/views/user-rules.ts'
import { USER_SORTS, type ListUsers, type UserList } from '../../lib/views/user.ts'
import { ListPanel } from '../ui/data-table/list-panel.tsx'
import type { DisplayOptions } from '../ui/data-table/display-options.ts'
import { useList } from '../ui/data-table/use-list.ts'
import { NoUsers } from './no-users.tsx'
import { useUserActions } from './use-user-actions.ts'
import { useUserColumns } from './use-user-columns.tsx'
import { useNameLabel } from '../shell/name-label.tsx'

type Props = {
  account: string
  list: UserList
  display: DisplayOptions
  /** Buttons that add a user, for viewers who may. */
  actions?: ReactNode
  /** Loads the whole list, to filter without the server. */
  listUsers: ListUsers
}

/** The users of an account; filter, order and page are in the URL. */
export function UserTable({ account, list, display, actions, listUsers }: Props): ReactNode {
  const t = useTranslations('users')
  const nameLabel = useNameLabel()
  const state = useList(list, {
    sorts: USER_SORTS,
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
    query.text === ''
      ? t('list.counts', { total, admins: list.admins })
      : t('list.matching', { matching, total })

  return (
    <ListPanel
      title={t('title')}
      name="users"
      list={`users of ${account}`}
      defaultSort={USER_SORTS[0]}
      filter={{ label: t('list.filter'), placeholder: t('list.filterHint') }}
      nameOf={({ name }) => nameLabel('user', name)}
      nothing={(state.page.total > 0 || total === 0) && <NoUsers query={query} total={state.page.total} />}
      {...{ state, counts, columns, display, actions }}
      {...useUserActions()}
    />
  )
}
