import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { EntryFrame } from './entry-frame.tsx'
import { LinkButton } from '../ui/link-button.tsx'

/** Shown for a mailed link that is no longer valid, whatever the reason: how to get a new one. */
export function LinkUsedPage(): ReactNode {
  const t = useTranslations('signIn.linkUsed')
  return (
    <EntryFrame title={t('title')} about={t('about')}>
      <p className="text-sm text-ink-soft">{t('invited')}</p>
      <LinkButton href="/forgot-password" className="w-full">
        {t('again')}
      </LinkButton>
    </EntryFrame>
  )
}
