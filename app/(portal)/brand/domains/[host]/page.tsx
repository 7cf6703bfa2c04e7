import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { CustomDomainPage } from '../../../../../components/custom-domains/custom-domain-page.tsx'
import {
  choosePrimaryAction,
  findAccountChoicesAction,
  removeDomainAction,
  tieDomainAction,
} from '../../../../../lib/actions/domains.ts'
import { refreshPageAction } from '../../../../../lib/actions/shell.ts'
import { badgeOf } from '../../../../../lib/domain/auth/viewer-badge.ts'
import { firstAccountChoices } from '../../../../../lib/domain/custom-domain/account.ts'
import { findDomainPage } from '../../../../../lib/domain/custom-domain/find.ts'
import { DOMAIN_FLASHES } from '../../../../../lib/views/custom-domain.ts'
import { flashIn } from '../../../../../lib/views/flash.ts'
import { renderForViewer } from '../../../../render-for-viewer.tsx'

const actions = {
  choosePrimary: choosePrimaryAction,
  tie: tieDomainAction,
  findAccounts: findAccountChoicesAction,
  remove: removeDomainAction,
  refresh: refreshPageAction,
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('customDomains.list'))('name') }
}

/** A custom domain: its state, its DNS records, and its settings. */
export default async function Page(props: PageProps<'/brand/domains/[host]'>): Promise<ReactNode> {
  const [{ host }, { done }] = await Promise.all([props.params, props.searchParams])
  return renderForViewer(
    async (viewer) => {
      const domain = await findDomainPage(viewer, host)
      return { domain, first: await firstAccountChoices(viewer), may: badgeOf(viewer).may }
    },
    ({ domain, first, may }) => (
      // A new key closes the dialog of the action that was done.
      <CustomDomainPage
        key={`${domain.primary} ${domain.account}`}
        domain={domain}
        first={first}
        may={may}
        done={flashIn(DOMAIN_FLASHES, done)}
        actions={actions}
      />
    ),
  )
}
