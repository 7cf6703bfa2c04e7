import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Spinner } from './spinner.tsx'

export type Weight = 'primary' | 'plain' | 'quiet' | 'danger'

const base =
  'relative inline-flex min-h-control shrink-0 items-center justify-center gap-1.5 rounded-md border px-3 text-sm font-medium whitespace-nowrap select-none transition-colors aria-disabled:opacity-60 disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0'

const looks: Record<Weight, string> = {
  primary: 'border-transparent bg-accent text-on-accent shadow-panel hover:bg-accent-deep',
  plain: 'border-line bg-raised text-ink shadow-panel hover:border-line-strong hover:bg-hover',
  quiet: 'border-transparent text-ink-soft hover:bg-hover hover:text-ink',
  danger: 'border-transparent bg-bad-fill text-on-bad shadow-panel hover:bg-bad-deep',
}

/** The look of a button, for whatever has to look like one. */
export function buttonClass(weight: Weight = 'plain', className?: string): string {
  return classNames(base, looks[weight], className)
}

type Props = ComponentProps<'button'> & { weight?: Weight; pending?: boolean }

/** While `pending` it keeps its place, its words and the focus, and turns. */
export function Button({ weight, pending = false, className, children, ...rest }: Props): ReactNode {
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={pending || rest['aria-disabled']}
      aria-busy={pending || undefined}
      className={buttonClass(weight, className)}
    >
      {pending && <Spinner />}
      {children}
    </button>
  )
}
