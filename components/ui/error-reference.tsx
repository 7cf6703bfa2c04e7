import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { CopyButton } from './copy-button.tsx'

/** The id under which the log knows what went wrong; to be copied and sent to whoever reads the log. */
export function ErrorReference({ id }: { id: string }): ReactNode {
  const t = useTranslations('ui')
  return (
    <p className="flex flex-wrap items-center gap-1 text-xs text-ink-soft">
      {t('reference')} <code className="monospace select-all">{id}</code>
      <CopyButton text={id} label={t('copyReference')} />
    </p>
  )
}
