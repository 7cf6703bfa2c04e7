import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Deed } from '../../lib/views/connection.ts'
import { Notice } from '../ui/notice.tsx'

/** What was done just now, and what can be done next. */
export function DeedNotice({ deed }: { deed: Deed }): ReactNode {
  const t = useTranslations('connection.deeds')
  return (
    <output className="block">
      <Notice tone="success" title={t(`${deed}.title`)}>
        <p>{t(`${deed}.about`)}</p>
      </Notice>
    </output>
  )
}
