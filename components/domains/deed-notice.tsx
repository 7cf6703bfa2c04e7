import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { DomainDeed } from '../../lib/views/domain.ts'
import { Notice } from '../ui/notice.tsx'

/** What was done just now. */
export function DomainDeedNotice({ deed }: { deed: DomainDeed }): ReactNode {
  const t = useTranslations('domains.deeds')
  return (
    <output className="block">
      <Notice tone="success">{t(deed)}</Notice>
    </output>
  )
}
