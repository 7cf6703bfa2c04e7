'use client'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, type ReactNode } from 'react'

// Forms can refuse, and seldom do: loaded with the first error. If it cannot be loaded, the text can be
// selected.
const CopyButton = lazy(async () => {
  try {
    return { default: (await import('./copy-button.tsx')).CopyButton }
  } catch {
    return { default: () => null }
  }
})

/** The reference under which the log has the error, to copy and send to support. */
export function ErrorReference({ id }: { id: string }): ReactNode {
  const t = useTranslations('ui')
  return (
    <p className="flex flex-wrap items-center gap-1 text-xs text-ink-soft">
      {t('reference')} <code className="monospace select-all">{id}</code>
      <Suspense>
        <CopyButton text={id} label={t('copyReference')} />
      </Suspense>
    </p>
  )
}
