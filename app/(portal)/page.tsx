import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { AccountTree } from '../../components/account-tree.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { listBranchAction } from '../../lib/actions/accounts.ts'
import { findRoot } from '../../lib/domain/account/branch.ts'
import { reading } from '../reading.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations())('accounts.title') }
}

/** The accounts below the granted one. */
export default async function Page(): Promise<ReactNode> {
  const words = await getTranslations('accounts')
  return reading(findRoot, ({ root, branch }) => (
    <>
      <PageHeader title={words('title')} />
      <AccountTree root={root} branch={branch} listBranch={listBranchAction} />
    </>
  ))
}
