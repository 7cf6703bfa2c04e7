import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { EntryFrame } from './entry-frame.tsx'
import { LinkButton } from '../ui/link-button.tsx'

/** Shown for a password link that is no longer valid, whatever the reason. */
export function CustomerLinkUsedPage(): ReactNode {
  const t = useTranslations('customer.linkUsed')
  return (
    <EntryFrame title={t('title')} about={t('about')}>
      <LinkButton href="/recover" className="w-full">
        {t('again')}
      </LinkButton>
    </EntryFrame>
  )
}
