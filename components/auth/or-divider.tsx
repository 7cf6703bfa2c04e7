import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

/** Between two ways to sign in. */
export function OrDivider({ className = '' }: { className?: string }): ReactNode {
  const t = useTranslations('signIn.second')
  return (
    <p
      className={`flex items-center gap-3 text-xs text-ink-faint before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line ${className}`}
    >
      {t('or')}
    </p>
  )
}
