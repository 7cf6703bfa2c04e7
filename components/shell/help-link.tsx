'use client'
import { CircleQuestionMark } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useBrand } from '../brand/brand-context.tsx'
import { buttonClass } from '../ui/button-class.ts'
import { useHelpUrl } from './use-nav-items.tsx'

/** Where this viewer finds help: the brand's support page, else the operator's; null: nowhere. */
export function useHelp(): string | null {
  const link = useBrand()?.support.link
  const own = useHelpUrl()
  return link === undefined || link === '' ? own : link
}

/** A link to the help, in a new tab. */
export function HelpLink(): ReactNode {
  const t = useTranslations('shell')
  const help = useHelp()
  if (help === null) return null
  return (
    <a href={help} target="_blank" rel="noopener noreferrer" className={buttonClass('plain', 'w-full')}>
      <CircleQuestionMark aria-hidden="true" />
      {t('help')}
    </a>
  )
}
