import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { DomainPage } from '../../../../../components/domains/domain-page.tsx'
import {
  choosePrimaryAction,
  findAccountChoicesAction,
  removeDomainAction,
  tieDomainAction,
} from '../../../../../lib/actions/domains.ts'
import { badgeOf } from '../../../../../lib/domain/badge.ts'
import { firstAccountChoices } from '../../../../../lib/domain/domain/account.ts'
import { findDomainPage } from '../../../../../lib/domain/domain/find.ts'
import { DOMAIN_DEEDS } from '../../../../../lib/views/domain.ts'
import { reading } from '../../../../reading.tsx'

const actions = {
  choosePrimary: choosePrimaryAction,
  tie: tieDomainAction,
  findAccounts: findAccountChoicesAction,
  remove: removeDomainAction,
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('domains.list'))('name') }
}

/** One domain: what its DNS has to say and what it says, and what can be decided about it. */
export default async function Page(props: PageProps<'/brand/domains/[host]'>): Promise<ReactNode> {
  const [{ host }, { done }] = await Promise.all([props.params, props.searchParams])
  return reading(
    async (viewer) => {
      const domain = await findDomainPage(viewer, host)
      return { domain, first: await firstAccountChoices(viewer), may: badgeOf(viewer).may }
    },
    ({ domain, first, may }) => (
      // What was done closes the question it was asked by.
      <DomainPage
        key={`${domain.primary} ${domain.account}`}
        domain={domain}
        first={first}
        may={may}
        done={DOMAIN_DEEDS.find((deed) => deed === done) ?? null}
        actions={actions}
      />
    ),
  )
}
