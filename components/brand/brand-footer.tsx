import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { BrandTheme } from '../../lib/views/brand.ts'

const LINK = 'text-ink-soft underline underline-offset-2'

/** The support contact and legal links of a brand; nothing if it has none. */
export function BrandFooter({ brand: { support, legal } }: { brand: BrandTheme }): ReactNode {
  const t = useTranslations('ui.brand')
  const help = [
    support.email && <ExternalLink key="mail" href={`mailto:${support.email}`} text={support.email} />,
    support.phone && (
      <ExternalLink
        key="phone"
        href={`tel:${support.phone.replaceAll(/[^+\d]/g, '')}`}
        text={support.phone}
      />
    ),
    support.link && <ExternalLink key="link" href={support.link} text={t('help')} />,
  ].filter(Boolean)
  const legalLinks = (['terms', 'privacy', 'imprint'] as const).filter((which) => legal[which] !== '')
  if (help.length + legalLinks.length === 0) return null
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-faint">
      {help}
      {legalLinks.map((which) => (
        <ExternalLink key={which} href={legal[which]} text={t(which)} />
      ))}
    </div>
  )
}

function ExternalLink({ href, text }: { href: string; text: string }): ReactNode {
  return (
    <a href={href} rel="noopener noreferrer nofollow" className={`${LINK} inline-flex min-h-6 items-center`}>
      {text}
    </a>
  )
}
