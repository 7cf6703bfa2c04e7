import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { BrandName } from '../brand/brand-context.tsx'
import { ProblemSheet, type ProblemProps } from './problem-sheet.tsx'

/** A problem outside the frame of the portal, as a page of its own. Every page carries it along in case, so it is kept light. */
export function ProblemPage({ reference, ...rest }: ProblemProps): ReactNode {
  const t = useTranslations('problem')
  return (
    <main className="mx-auto max-w-lg px-4 py-8">
      <BrandName />
      <ProblemSheet {...rest}>
        {reference !== undefined && reference !== null && (
          <p className="text-xs text-ink-soft">
            {t('reference')} <code className="monospace select-all">{reference}</code>
          </p>
        )}
      </ProblemSheet>
    </main>
  )
}
