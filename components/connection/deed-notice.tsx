import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ConnectionFlash } from '../../lib/views/connection.ts'
import { Notice } from '../ui/notice.tsx'

/** What was done just now, and what can be done next. */
export function ConnectionFlashMessage({ flash }: { flash: ConnectionFlash }): ReactNode {
  const t = useTranslations('connection.flash')
  return (
    <output className="block">
      <Notice tone="success" title={t(`${flash}.title`)}>
        <p>{t(`${flash}.about`)}</p>
      </Notice>
    </output>
  )
}
