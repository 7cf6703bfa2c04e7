'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { AccountBranch, AccountRow, ListBranch } from '../../lib/views/account.ts'
import { actionFailure } from '../ui/action-failure.ts'
import { linesOf, type Branch, type Branches, type Line } from './tree-lines.ts'

const NOTHING: Branch = { rows: [], next: null, status: 'ready', fault: null }

export type Tree = {
  lines: Line[]
  /** What happened last, in words. */
  news: string
  toggle: (row: AccountRow) => void
  /** The rest of a branch: what follows, or what failed to come. */
  load: (parent: string) => Promise<void>
}

/** Which branches are known and which are open. A branch is asked for when it is first opened. */
export function useBranches(root: AccountRow, branch: AccountBranch, listBranch: ListBranch): Tree {
  const t = useTranslations('accounts.tree')
  const ui = useTranslations('ui')
  const [branches, setBranches] = useState<Branches>(
    () => new Map([[root.id, { ...NOTHING, rows: branch.rows, next: branch.next }]]),
  )
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set([root.id]))
  const [news, setNews] = useState('')

  async function load(parent: string) {
    const known = branches.get(parent) ?? NOTHING
    if (known.status === 'loading') return
    const put = (next: Branch) => setBranches((all) => new Map(all).set(parent, next))
    put({ ...known, status: 'loading', fault: null })
    setNews(t('loadingNow'))
    const answer = await listBranch(parent, known.next).catch((fault: unknown) => actionFailure(fault, ui))
    if (!answer.ok) {
      put({ ...known, status: 'failed', fault: answer })
      return setNews(answer.message)
    }
    put({ ...NOTHING, rows: [...known.rows, ...answer.value.rows], next: answer.value.next })
    setNews(t('loaded', { count: answer.value.rows.length }))
  }

  function toggle(row: AccountRow) {
    if (row.below === 0) return
    const next = new Set(open)
    if (!next.delete(row.id)) next.add(row.id)
    setOpen(next)
    if (next.has(row.id) && !branches.has(row.id)) void load(row.id)
  }

  return { lines: linesOf(root, branches, open), news, toggle, load }
}
