import { LoaderCircle } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** Turns, but only from 300 ms on: what is answered at once shall not flicker. */
export function Spinner({ className }: { className?: string }): ReactNode {
  return (
    <span aria-hidden="true" className={classNames('animate-delayed inline-flex', className)}>
      <LoaderCircle className="size-4 animate-spin" />
    </span>
  )
}
