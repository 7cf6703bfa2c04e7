import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { AccountTree } from '../../components/account-tree.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { listBranchAction } from '../../lib/actions/accounts.ts'
import { findRoot } from '../../lib/domain/account/branch.ts'
import { reading } from '../reading.tsx'

export const metadata: Metadata = { title: 'Accounts' }

/** The accounts below the granted one. */
export default async function Page(): Promise<ReactNode> {
  return reading(findRoot, ({ root, branch }) => (
    <>
      <PageHeader title="Accounts" />
      <AccountTree root={root} branch={branch} listBranch={listBranchAction} />
    </>
  ))
}
