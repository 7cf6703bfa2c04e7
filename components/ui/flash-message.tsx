import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { TeamFlash } from '../../lib/views/team.ts'
import { Notice } from './notice.tsx'

/** What was done just now. */
export function TeamFlashMessage({ flash }: { flash: TeamFlash }): ReactNode {
  const t = useTranslations('members.team.flash')
  return (
    <output className="block">
      <Notice tone="success">{t(flash)}</Notice>
    </output>
  )
}
