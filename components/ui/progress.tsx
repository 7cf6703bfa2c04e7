import { X } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { IconButton } from './icon-button.tsx'

type Props = {
  label: string
  /** The share that is done, from 0 to 1; null if unknown. */
  share: number | null
  /** Details, such as "312 of 2,031 devices". */
  status?: ReactNode
  onCancel?: () => void
}

/** A progress bar with an optional cancel button. */
export function Progress({ label, share, status, onCancel }: Props): ReactNode {
  const t = useTranslations('ui.progress')
  const format = useFormatter()
  const done = share === null ? null : Math.round(100 * Math.min(1, Math.max(0, share)))
  return (
    <div className="min-w-0 space-y-1.5 text-sm">
      <div className="flex min-h-6 items-center gap-2">
        <span className="min-w-0 truncate font-medium">{label}</span>
        <span className="tabular-nums ml-auto text-xs whitespace-nowrap text-ink-soft">
          {status ?? (done !== null && format.number(done / 100, { style: 'percent' }))}
        </span>
        {onCancel && (
          <IconButton size="small" label={t('cancel', { label })} onClick={onCancel}>
            <X aria-hidden="true" />
          </IconButton>
        )}
      </div>
      <progress
        aria-label={label}
        max={100}
        value={done ?? undefined}
        className="block h-1.5 w-full appearance-none overflow-hidden rounded-full bg-line indeterminate:animate-pulse indeterminate:bg-accent-edge forced-colors:appearance-auto [&::-moz-progress-bar]:bg-accent-edge [&::-webkit-progress-bar]:bg-transparent [&::-webkit-progress-value]:bg-accent-edge [&::-webkit-progress-value]:transition-[width]"
      />
    </div>
  )
}
