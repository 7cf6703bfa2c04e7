import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { BrandFace } from '../../lib/views/brand.ts'

const LINK = 'text-ink-soft underline underline-offset-2'

/** Where help is to be had from a brand, and what its laws want said. Nothing where it says nothing. */
export function FaceFoot({ face: { support, legal } }: { face: BrandFace }): ReactNode {
  const t = useTranslations('ui.brand')
  const help = [
    support.email && <Away key="mail" href={`mailto:${support.email}`} words={support.email} />,
    support.phone && (
      <Away key="phone" href={`tel:${support.phone.replaceAll(/[^+\d]/g, '')}`} words={support.phone} />
    ),
    support.link && <Away key="link" href={support.link} words={t('help')} />,
  ].filter(Boolean)
  const laws = (['terms', 'privacy', 'imprint'] as const).filter((which) => legal[which] !== '')
  if (help.length + laws.length === 0) return null
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-faint">
      {help}
      {laws.map((which) => (
        <Away key={which} href={legal[which]} words={t(which)} />
      ))}
    </div>
  )
}

function Away({ href, words }: { href: string; words: string }): ReactNode {
  return (
    <a href={href} rel="noopener noreferrer nofollow" className={`${LINK} inline-flex min-h-6 items-center`}>
      {words}
    </a>
  )
}
