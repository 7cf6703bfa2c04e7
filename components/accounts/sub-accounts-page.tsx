import { ListTree, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { AccountBranch, AccountPageData, AccountRow, ListBranch } from '../../lib/views/account.ts'
import type { ViewerBadge } from '../../lib/views/viewer.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { AccountHeader } from './account-header.tsx'
import { AccountTree } from './account-tree.tsx'

type Props = AccountPageData & {
  root: AccountRow
  branch: AccountBranch
  viewer: ViewerBadge
  listBranch: ListBranch
}

/** An account with the tree of its sub-accounts. */
export function SubAccountsPage({ root, branch, listBranch, ...page }: Props): ReactNode {
  const t = useTranslations('accounts')
  const { account, viewer } = page
  const create = viewer.may.includes('account.create') && (
    <LinkButton href={`/accounts/${account.id}/accounts/new`} weight="primary">
      <Plus aria-hidden="true" />
      {t('newSubAccount')}
    </LinkButton>
  )
  const none = branch.rows.length === 0 && branch.unopenable.count === 0
  return (
    <>
      <AccountHeader {...page} current="accounts" />
      {none ? (
        <div className="rounded-lg border border-line bg-surface">
          <EmptyState icon={ListTree} title={t('empty.title')}>
            <p>{t('empty.about')}</p>
            {create}
          </EmptyState>
        </div>
      ) : (
        <>
          {create && <div className="flex justify-end">{create}</div>}
          <AccountTree roots={[root]} branch={branch} label={t('tabs.accounts')} listBranch={listBranch} />
        </>
      )}
    </>
  )
}
