import { useTranslations } from 'next-intl'
import { useId, type ReactNode } from 'react'

/** What destroys something, as `ActionRow`s: apart from everything else, and the last section of its page. */
export function DangerZone({ children }: { children: ReactNode }): ReactNode {
  const t = useTranslations('ui')
  const heading = useId()
  return (
    <section aria-labelledby={heading} className="rounded-lg border border-bad/40 bg-surface shadow-panel">
      <h2
        id={heading}
        className="flex min-h-11 items-center border-b border-bad/40 px-4 py-2 text-sm font-semibold text-bad"
      >
        {t('dangerZone')}
      </h2>
      <div className="divide-y divide-line px-4">{children}</div>
    </section>
  )
}
