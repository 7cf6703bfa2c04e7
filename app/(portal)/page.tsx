import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { AccountTree } from '../../components/accounts/account-tree.tsx'
import { PageHeader } from '../../components/shell/page-header.tsx'
import { listBranchAction } from '../../lib/actions/accounts.ts'
import { findRoot } from '../../lib/domain/account/branch.ts'
import { badgeOf } from '../../lib/domain/auth/viewer-badge.ts'
import { redirectWithin } from '../../lib/web/redirect.ts'
import type { Viewer } from '../../lib/web/viewer.ts'
import { renderForViewer } from '../render-for-viewer.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations())('accounts.title') }
}

/** Viewers who manage no accounts go to their own phone settings. */
async function home(viewer: Viewer) {
  return badgeOf(viewer).may.includes('account.read') ? findRoot(viewer) : redirectWithin(viewer, '/me')
}

/** The tree of accounts below the viewer's. */
export default async function Page(): Promise<ReactNode> {
  const t = await getTranslations('accounts')
  return renderForViewer(home, ({ root, branch }) => (
    <>
      <PageHeader title={t('title')} />
      <AccountTree root={root} branch={branch} listBranch={listBranchAction} />
    </>
  ))
}
