import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { AccountTree } from '../../components/accounts/account-tree.tsx'
import { OrphanAccounts } from '../../components/accounts/orphan-accounts.tsx'
import { PageHeader } from '../../components/shell/page-header.tsx'
import { FirstStepsPanel } from '../../components/trial/first-steps-panel.tsx'
import { listBranchAction } from '../../lib/actions/accounts.ts'
import { dismissFirstStepsAction } from '../../lib/actions/trial.ts'
import { findRoot } from '../../lib/domain/account/branch.ts'
import { orphansForPage } from '../../lib/domain/account/orphans.ts'
import { badgeOf } from '../../lib/domain/auth/viewer-badge.ts'
import { findFirstSteps } from '../../lib/domain/trial/first-steps.ts'
import { redirectWithin } from '../../lib/web/redirect.ts'
import type { Viewer } from '../../lib/web/viewer.ts'
import { renderForViewer } from '../render-for-viewer.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations())('accounts.title') }
}

/**
 * Viewers who manage no accounts go to their own phone settings, and a customer with a single account to its
 * devices.
 */
async function home(viewer: Viewer) {
  const { may, role } = badgeOf(viewer)
  if (!may.includes('account.read')) return redirectWithin(viewer, '/me')
  const [found, firstSteps] = await Promise.all([findRoot(viewer), findFirstSteps(viewer)])
  const { rows, unopenable } = found.branch
  const alone = rows.length === 0 && unopenable.count === 0
  if (role === 'accountAdmin' && alone) return redirectWithin(viewer, `/accounts/${found.root.id}`)
  return { ...found, firstSteps, orphans: orphansForPage(viewer) }
}

/** The tree of accounts below the viewer's. */
export default async function Page(): Promise<ReactNode> {
  const t = await getTranslations('accounts')
  return renderForViewer(home, ({ root, branch, orphans, firstSteps }) => (
    <>
      <PageHeader title={t('title')} />
      {firstSteps && <FirstStepsPanel steps={firstSteps} dismiss={dismissFirstStepsAction} />}
      <AccountTree roots={[root]} branch={branch} listBranch={listBranchAction} />
      <OrphanAccounts orphans={orphans} listBranch={listBranchAction} />
    </>
  ))
}
