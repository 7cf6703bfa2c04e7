import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Spinner } from './spinner.tsx'

export type Weight = 'primary' | 'plain' | 'quiet' | 'danger'
export type Size = 'normal' | 'small'

const base =
  'relative inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap select-none transition-colors aria-disabled:opacity-60 disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0'

const looks: Record<Weight, string> = {
  primary: 'border-transparent bg-accent text-on-accent shadow-panel hover:bg-accent-deep',
  plain:
    'border-line bg-raised text-ink shadow-panel hover:border-line-strong hover:bg-hover data-popup-open:border-line-strong data-popup-open:bg-hover',
  quiet:
    'border-transparent text-ink-soft hover:bg-hover hover:text-ink data-popup-open:bg-hover data-popup-open:text-ink',
  danger: 'border-transparent bg-bad-fill text-on-bad shadow-panel hover:bg-bad-deep',
}

const sizes: Record<Size, string> = {
  normal: 'min-h-control px-3 text-sm',
  small: 'min-h-6.5 px-2 text-xs pointer-coarse:min-h-control',
}

/** The look of a button, for whatever has to look like one. */
export function buttonClass(weight: Weight = 'plain', className?: string, size: Size = 'normal'): string {
  return classNames(base, sizes[size], looks[weight], className)
}

type Props = ComponentProps<'button'> & { weight?: Weight; size?: Size; pending?: boolean }

/** While `pending` it keeps its place, its words and the focus, turns, and does nothing more. */
export function Button({ weight, size, pending = false, className, children, ...rest }: Props): ReactNode {
  return (
    <button
      type="button"
      {...rest}
      onClick={pending ? refrain : rest.onClick}
      aria-disabled={pending || rest['aria-disabled']}
      aria-busy={pending || undefined}
      className={buttonClass(weight, className, size)}
    >
      {pending && <Spinner />}
      {children}
    </button>
  )
}

function refrain(event: MouseEvent): void {
  event.preventDefault()
}
