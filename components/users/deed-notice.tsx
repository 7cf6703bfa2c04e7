import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { UserFlash } from '../../lib/views/user.ts'
import { Notice } from '../ui/notice.tsx'

/** What was done just now. */
export function UserFlashMessage({ flash }: { flash: UserFlash }): ReactNode {
  const t = useTranslations('users.flash')
  return (
    <output className="block">
      <Notice tone="success">{t(flash)}</Notice>
    </output>
  )
}
