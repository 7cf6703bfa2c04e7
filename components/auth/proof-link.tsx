'use client'
import { useTranslations } from 'next-intl'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

/** Without script there is no dialog: the way to the page that asks, and back here. */
export function ProofLink(): ReactNode {
  const t = useTranslations('ui')
  const path = usePathname()
  return (
    <noscript>
      <a href={`/prove?next=${encodeURIComponent(path)}`} className="underline underline-offset-2">
        {t('prove')}
      </a>
    </noscript>
  )
}
