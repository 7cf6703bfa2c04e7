'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { AccountBranch, AccountRow, ListBranch } from '../../lib/views/account.ts'
import { actionFailure } from '../ui/action-failure.ts'
import { linesOf, type Branch, type Branches, type Line } from './tree-lines.ts'

const NONE = { count: 0, names: [] }
const NOTHING: Branch = { rows: [], unopenable: NONE, next: null, status: 'ready', failure: null }

export type Tree = {
  lines: Line[]
  /** The last change, for screen readers. */
  announcement: string
  toggle: (row: AccountRow) => void
  /** Loads the rest of a branch, or tries again after a failure. */
  load: (parent: string) => Promise<void>
}

/**
 * The loaded branches and which of them are open. A branch is loaded when it is first opened; `branch` is the
 * open one of the first root.
 */
export function useBranches(
  roots: readonly AccountRow[],
  branch: AccountBranch | undefined,
  listBranch: ListBranch,
): Tree {
  const t = useTranslations('accounts.tree')
  const tUi = useTranslations('ui')
  const [branches, setBranches] = useState<Branches>(
    () => new Map(branch && roots[0] ? [[roots[0].id, { ...NOTHING, ...branch }]] : []),
  )
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set(branch && roots[0] ? [roots[0].id] : []),
  )
  const [announcement, setAnnouncement] = useState('')

  async function load(parent: string) {
    const current = branches.get(parent) ?? NOTHING
    if (current.status === 'loading') return
    const update = (next: Branch) => setBranches((all) => new Map(all).set(parent, next))
    update({ ...current, status: 'loading', failure: null })
    setAnnouncement(t('loadingNow'))
    const answer = await listBranch(parent, current.next).catch((failure: unknown) =>
      actionFailure(failure, tUi),
    )
    if (!answer.ok) {
      update({ ...current, status: 'failed', failure: answer })
      return setAnnouncement(answer.message)
    }
    const { rows, unopenable, next } = answer.value
    update({
      ...NOTHING,
      rows: [...current.rows, ...rows],
      unopenable: {
        count: current.unopenable.count + unopenable.count,
        names: [...current.unopenable.names, ...unopenable.names],
      },
      next,
    })
    setAnnouncement(t('loaded', { count: answer.value.rows.length }))
  }

  function toggle(row: AccountRow) {
    const next = new Set(open)
    if (!next.delete(row.id)) next.add(row.id)
    setOpen(next)
    if (next.has(row.id) && !branches.has(row.id)) void load(row.id)
  }

  return { lines: linesOf(roots, branches, open), announcement, toggle, load }
}
