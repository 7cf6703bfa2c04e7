import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { BrandTheme } from '../../lib/views/brand.ts'

const LINK = 'text-ink-soft underline underline-offset-2'

/** Where help is to be had from a brand, and what its laws want said. Nothing where it says nothing. */
export function BrandFooter({ brand: { support, legal } }: { brand: BrandTheme }): ReactNode {
  const t = useTranslations('ui.brand')
  const help = [
    support.email && <Away key="mail" href={`mailto:${support.email}`} t={support.email} />,
    support.phone && (
      <Away key="phone" href={`tel:${support.phone.replaceAll(/[^+\d]/g, '')}`} t={support.phone} />
    ),
    support.link && <Away key="link" href={support.link} t={t('help')} />,
  ].filter(Boolean)
  const laws = (['terms', 'privacy', 'imprint'] as const).filter((which) => legal[which] !== '')
  if (help.length + laws.length === 0) return null
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-faint">
      {help}
      {laws.map((which) => (
        <Away key={which} href={legal[which]} t={t(which)} />
      ))}
    </div>
  )
}

function Away({ href, t }: { href: string; t: string }): ReactNode {
  return (
    <a href={href} rel="noopener noreferrer nofollow" className={`${LINK} inline-flex min-h-6 items-center`}>
      {t}
    </a>
  )
}
