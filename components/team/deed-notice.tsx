import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { TeamDeed } from '../../lib/views/team.ts'
import { Notice } from '../ui/notice.tsx'

/** What was done just now. */
export function TeamDeedNotice({ deed }: { deed: TeamDeed }): ReactNode {
  const t = useTranslations('members.team.deeds')
  return (
    <output className="block">
      <Notice tone="success">{t(deed)}</Notice>
    </output>
  )
}
