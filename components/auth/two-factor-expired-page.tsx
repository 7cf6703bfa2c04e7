import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { EntryFrame } from './entry-frame.tsx'
import { LinkButton } from '../ui/link-button.tsx'

/** Shown when no sign-in is waiting for its second factor, or no longer is. */
export function TwoFactorExpiredPage({ next }: { next: string }): ReactNode {
  const t = useTranslations('signIn.second.late')
  return (
    <EntryFrame title={t('title')} about={t('about')}>
      <LinkButton href={`/sign-in?next=${encodeURIComponent(next)}`} weight="primary" className="w-full">
        {t('again')}
      </LinkButton>
    </EntryFrame>
  )
}
