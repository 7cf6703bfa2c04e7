import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { BrandName } from '../brand/brand-context.tsx'
import { ProblemSheet, type ProblemProps } from './problem-sheet.tsx'

/**
 * A problem as a page of its own, outside the portal's frame. Every page loads it in advance, so it is kept
 * small.
 */
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
