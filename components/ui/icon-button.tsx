import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'

type Size = 'normal' | 'small'
const sizes: Record<Size, string> = {
  normal: 'size-control [&_svg]:size-4',
  small: 'size-6 pointer-coarse:size-control [&_svg]:size-3.5',
}

/** The classes of an icon button, for other elements that should look like one. */
export function iconButtonClass(className?: string, size: Size = 'normal'): string {
  return classNames(
    'inline-flex shrink-0 items-center justify-center rounded-md text-ink-soft transition-colors hover:bg-hover hover:text-ink disabled:opacity-50 aria-disabled:opacity-60 data-popup-open:bg-hover data-popup-open:text-ink',
    sizes[size],
    className,
  )
}

type Props = ComponentProps<'button'> & { label: string; size?: Size }

/** A button with only an icon; `label` is its accessible name and tooltip. */
export function IconButton({ label, size, className, ...rest }: Props): ReactNode {
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      {...rest}
      className={iconButtonClass(className, size)}
    />
  )
}
