import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

type Props = { label: string; held: boolean; className?: string | undefined }

/** A secret that can be neither seen nor set while impersonating: whether it is set, and why it is locked. */
export function WithheldSecret({ label, held, className }: Props): ReactNode {
  const t = useTranslations('form.withheld')
  return (
    <div className={classNames('min-w-0 space-y-1 text-sm', className)}>
      <p className="font-medium">{label}</p>
      <p className="text-ink-soft">{t(held ? 'held' : 'none')}</p>
      <p className="text-xs text-ink-faint">{t('field')}</p>
    </div>
  )
}
