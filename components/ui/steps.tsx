import { Check, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export type Step = { title: string; about?: ReactNode; state: 'done' | 'now' | 'failed' | 'ahead' }

const styles: Record<Step['state'], string> = {
  done: 'border-good bg-good-soft text-good',
  now: 'border-accent-ink bg-accent-soft text-accent-ink',
  failed: 'border-bad bg-bad-soft text-bad',
  ahead: 'border-line-strong text-ink-faint',
}

/** The steps of a process and their states; in a row where there is space, otherwise stacked. */
export function Steps({ label, steps }: { label: string; steps: readonly Step[] }): ReactNode {
  const t = useTranslations('ui.progress')
  return (
    <ol aria-label={label} className="flex flex-col gap-x-6 gap-y-3 text-sm sm:flex-row sm:flex-wrap">
      {steps.map(({ title, about, state }, index) => (
        <li
          key={title}
          aria-current={state === 'now' ? 'step' : undefined}
          className="flex min-w-0 items-start gap-2"
        >
          <span
            aria-hidden="true"
            className={classNames(
              'tabular-nums grid size-5 shrink-0 place-items-center rounded-full border text-2xs font-semibold [&_svg]:size-3',
              styles[state],
            )}
          >
            <Mark state={state} number={index + 1} />
          </span>
          <span className="min-w-0">
            <span className={state === 'ahead' ? 'text-ink-faint' : 'font-medium'}>{title}</span>{' '}
            <span className="sr-only">{t(state)}</span>
            {about !== undefined && <span className="block text-xs text-ink-faint">{about}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}

function Mark({ state, number }: { state: Step['state']; number: number }): ReactNode {
  if (state === 'done') return <Check strokeWidth={3} />
  if (state === 'failed') return <X strokeWidth={3} />
  return number
}
