import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { AccountPageData } from '../../lib/views/account.ts'
import type { FormAction } from '../../lib/views/form.ts'
import type { UserPasswordField } from '../../lib/views/user-form.ts'
import type { ListUsers, UserFlash, UserList } from '../../lib/views/user.ts'
import type { ViewerBadge } from '../../lib/views/viewer.ts'
import { AccountHeader } from '../accounts/account-header.tsx'
import type { DisplayOptions } from '../ui/data-table/display-options.ts'
import { LinkButton } from '../ui/link-button.tsx'
import { UnopenableNotice } from '../shell/unopenable-notice.tsx'
import { UserTable } from './user-table.tsx'
import { FlashMessage } from '../ui/flash-message.tsx'

type Props = AccountPageData & {
  users: UserList
  viewer: ViewerBadge
  done: UserFlash | null
  /** The reader's display options for the table of users. */
  display: DisplayOptions
  listUsers: ListUsers
  setPassword: FormAction<UserPasswordField>
}

/** An account with a page of its users. */
export function UsersPage({
  account,
  breadcrumbs,
  users,
  viewer,
  done,
  display,
  listUsers,
  setPassword,
}: Props): ReactNode {
  const t = useTranslations('users')
  return (
    <>
      <AccountHeader {...{ account, breadcrumbs, viewer }} current="users" />
      <FlashMessage title={done && t(`flash.${done}`)} />
      <UnopenableNotice of="user" unopenable={users.unopenable} />
      <UserTable
        account={account.id}
        list={users}
        {...{ display, listUsers, setPassword }}
        may={viewer.may}
        actions={
          viewer.may.includes('user.create') && (
            <LinkButton href={`/accounts/${account.id}/users/new`} weight="primary">
              <Plus aria-hidden="true" />
              {t('new')}
            </LinkButton>
          )
        }
      />
    </>
  )
}
