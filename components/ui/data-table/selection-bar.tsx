'use client'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { Button } from '../button.tsx'
import { IconButton } from '../icon-button.tsx'
import type { BulkAction } from './row-action.ts'

type Props<Row> = {
  chosen: number
  /** How many of them are not on this page. */
  elsewhere: number
  actions: readonly BulkAction<Row>[]
  /** The selected rows that were shown. */
  rows: () => Row[]
  onClear: () => void
}

/** How many rows are selected, and the actions for them. */
export function SelectionBar<Row>({ chosen, elsewhere, actions, rows, onClear }: Props<Row>): ReactNode {
  const t = useTranslations('table')
  const [outcome, setOutcome] = useState({ chosen, message: '' })
  if (chosen === 0) return null
  return (
    <section
      aria-label={t('selection')}
      className="sticky bottom-2 z-10 mx-2 my-2 flex items-center gap-x-3 rounded-lg border border-line bg-raised py-1.5 pr-1.5 pl-3 text-sm shadow-float"
    >
      <output className="min-w-0 tabular-nums font-medium">
        {elsewhere === 0 ? t('chosen', { chosen }) : t('chosenElsewhere', { chosen, elsewhere })}
      </output>
      <output className="min-w-0 text-ink-soft">{outcome.chosen === chosen && outcome.message}</output>
      <div className="ml-auto flex shrink-0 items-center gap-1.5">
        {actions.map(({ label, icon: Icon, run }) => (
          <Button
            key={label}
            size="small"
            title={label}
            onClick={() => void run(rows(), chosen).then((message) => setOutcome({ chosen, message }))}
          >
            <Icon aria-hidden="true" />
            <span className="max-sm:sr-only">{label}</span>
          </Button>
        ))}
        <IconButton label={t('chooseNone')} onClick={onClear}>
          <X aria-hidden="true" />
        </IconButton>
      </div>
    </section>
  )
}
