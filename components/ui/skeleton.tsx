import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** A placeholder for content that is loading. */
export function Skeleton({ className }: { className?: string }): ReactNode {
  return (
    <span
      aria-hidden="true"
      className={classNames('block h-3.5 animate-pulse rounded-sm bg-line', className)}
    />
  )
}

/** Placeholder rows, with a label for screen readers. */
export function SkeletonRows({ rows, label }: { rows: number; label: string }): ReactNode {
  return (
    <output className="block animate-delayed space-y-4 p-4">
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="flex gap-6">
          <Skeleton className="w-2/5" />
          <Skeleton className="w-1/4" />
          <Skeleton className="ml-auto w-16" />
        </div>
      ))}
    </output>
  )
}
