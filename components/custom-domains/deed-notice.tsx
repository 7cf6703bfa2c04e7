import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { DomainFlash } from '../../lib/views/custom-domain.ts'
import { Notice } from '../ui/notice.tsx'

/** What was done just now. */
export function DomainFlashMessage({ flash }: { flash: DomainFlash }): ReactNode {
  const t = useTranslations('customDomains.flash')
  return (
    <output className="block">
      <Notice tone="success">{t(flash)}</Notice>
    </output>
  )
}
