import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { AccountPlace } from '../lib/views/account.ts'
import type { ListUsers, UserDeed, UserList } from '../lib/views/user.ts'
import type { ViewerBadge } from '../lib/views/viewer.ts'
import { AccountHeader } from './account-header.tsx'
import type { TableLook } from './ui/data-table/table-look.ts'
import { LinkButton } from './ui/link-button.tsx'
import { UserTable } from './user-table.tsx'
import { UserDeedNotice } from './user/deed-notice.tsx'

type Props = AccountPlace & {
  users: UserList
  viewer: ViewerBadge
  done: UserDeed | null
  /** How the reader likes the table of people. */
  look: TableLook
  listUsers: ListUsers
}

/** One account with a page of its people. */
export function UsersPage({ account, trail, users, viewer, done, look, listUsers }: Props): ReactNode {
  const words = useTranslations('users')
  return (
    <>
      <AccountHeader {...{ account, trail, viewer }} current="users" />
      {done !== null && <UserDeedNotice deed={done} />}
      <UserTable
        account={account.id}
        list={users}
        {...{ look, listUsers }}
        actions={
          viewer.may.includes('user.create') && (
            <LinkButton href={`/accounts/${account.id}/users/new`} weight="primary">
              <Plus aria-hidden="true" />
              {words('new')}
            </LinkButton>
          )
        }
      />
    </>
  )
}
