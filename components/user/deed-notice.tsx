import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { UserDeed } from '../../lib/views/user.ts'
import { Notice } from '../ui/notice.tsx'

/** What was done just now. */
export function UserDeedNotice({ deed }: { deed: UserDeed }): ReactNode {
  const t = useTranslations('users.deeds')
  return (
    <output className="block">
      <Notice tone="success">{t(deed)}</Notice>
    </output>
  )
}
