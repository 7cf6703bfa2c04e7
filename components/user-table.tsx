'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { WHOLE_ROWS } from '../lib/views/list.ts'
import { userRules } from '../lib/views/user-rules.ts'
import { USER_SORTS, type ListUsers, type UserList } from '../lib/views/user.ts'
import { ListPanel } from './ui/data-table/list-panel.tsx'
import type { TableLook } from './ui/data-table/table-look.ts'
import { useList } from './ui/data-table/use-list.ts'
import { NoUsers } from './user-list/no-users.tsx'
import { useUserActions } from './user-list/use-user-actions.ts'
import { useUserColumns } from './user-list/use-user-columns.tsx'

type Props = {
  account: string
  list: UserList
  look: TableLook
  /** Ways to add somebody, for who may. */
  actions?: ReactNode
  /** The whole list, for filtering without the server. */
  listUsers: ListUsers
}

/** The people of an account: filter, order and page are in the address. */
export function UserTable({ account, list, look, actions, listUsers }: Props): ReactNode {
  const words = useTranslations('users')
  const state = useList(list, {
    sorts: USER_SORTS,
    rules: userRules,
    askWhole:
      list.total <= WHOLE_ROWS
        ? async () => {
            const answer = await listUsers(account)
            return answer.ok ? answer.value : null
          }
        : undefined,
  })
  const columns = useUserColumns()
  const { query, total, matching } = state.page
  const counts =
    query.text === ''
      ? words('list.counts', { total, admins: list.admins })
      : words('list.matching', { matching, total })

  return (
    <ListPanel
      title={words('title')}
      name="users"
      list={`users of ${account}`}
      usual={USER_SORTS[0]}
      filter={{ label: words('list.filter'), placeholder: words('list.filterHint') }}
      nameOf={({ name }) => name}
      nothing={<NoUsers query={query} total={total} />}
      {...{ state, counts, columns, look, actions }}
      {...useUserActions()}
    />
  )
}
