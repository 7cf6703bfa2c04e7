import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** A button that is only an icon; `label` is its name for everybody, and its tooltip. */
export function IconButton({
  label,
  className,
  ...rest
}: ComponentProps<'button'> & { label: string }): ReactNode {
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      {...rest}
      className={classNames(
        'inline-flex size-control shrink-0 items-center justify-center rounded-md text-ink-soft transition-colors hover:bg-hover hover:text-ink [&_svg]:size-4',
        className,
      )}
    />
  )
}
