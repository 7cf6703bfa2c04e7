import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { CopyButton } from './copy-button.tsx'

/** The reference under which the log has the error, to copy and send to support. */
export function ErrorReference({ id }: { id: string }): ReactNode {
  const t = useTranslations('ui')
  return (
    <p className="flex flex-wrap items-center gap-1 text-xs text-ink-soft">
      {t('reference')} <code className="monospace select-all">{id}</code>
      <CopyButton text={id} label={t('copyReference')} />
    </p>
  )
}
