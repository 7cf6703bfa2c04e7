import { LoaderCircle } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** A spinner that appears after 300 ms, so that quick answers do not flicker. */
export function Spinner({ className }: { className?: string }): ReactNode {
  return (
    <span aria-hidden="true" className={classNames('animate-delayed inline-flex', className)}>
      <LoaderCircle className="size-4 animate-spin" />
    </span>
  )
}
