import { useTranslations } from 'next-intl'
import { Suspense, use, type ReactNode } from 'react'
import type { ListBranch, Orphans } from '../../lib/views/account.ts'
import { AccountTree } from './account-tree.tsx'

type Props = {
  /** Null if Kazoo does not list them now. */
  orphans: Promise<Orphans | null>
  listBranch: ListBranch
}

/** The accounts below a deleted account, which no branch of the tree has. They load after the page. */
export function OrphanAccounts(props: Props): ReactNode {
  return (
    <Suspense>
      <Found {...props} />
    </Suspense>
  )
}

function Found({ orphans, listBranch }: Props): ReactNode {
  const t = useTranslations('orphans')
  const found = use(orphans)
  if (found === null) return <p className="text-sm text-ink-soft">{t('unknown')}</p>
  const { rows, more, checked } = found
  return (
    <>
      {rows.length > 0 && (
        <section className="space-y-2">
          <h2 className="text-sm font-semibold">{t('title')}</h2>
          <p className="text-sm text-ink-soft">{t('about')}</p>
          <AccountTree roots={rows} label={t('title')} listBranch={listBranch} />
          {more > 0 && <p className="text-sm text-ink-soft">{t('more', { count: more })}</p>}
        </section>
      )}
      {checked !== null && <p className="text-sm text-ink-soft">{t('checked', { count: checked })}</p>}
    </>
  )
}
