import type { ReactNode } from 'react'
import { Skeleton } from '../ui/skeleton.tsx'

const LIST =
  /^\/(accounts\/[^/]+(\/(users|accounts|history))?|audit|team|impersonations|brand\/(domains|history))?$/
const FORM = /\/(new|settings|settings\/all|invite|credentials|address|impersonate|remove|access)$/

/** The outline of the page at `path`: its header, and rows, fields or panels. */
export function PageSkeleton({ path }: { path: string }): ReactNode {
  return (
    <div className="space-y-5">
      <div className="space-y-3 py-1">
        <Skeleton className="h-3 w-40 max-w-full" />
        <Skeleton className="h-6 w-56 max-w-full" />
        <Skeleton className="w-80 max-w-full" />
      </div>
      {LIST.test(path) ? <Rows /> : FORM.test(path) ? <Fields /> : <Panels />}
    </div>
  )
}

const SURFACE = 'rounded-lg border border-line bg-surface shadow-panel'

function Rows(): ReactNode {
  return (
    <div className={`${SURFACE} divide-y divide-line`}>
      {[1, 2, 3, 4, 5, 6, 7].map((row) => (
        <div key={row} className="flex min-h-9 items-center gap-6 px-4">
          <Skeleton className="w-2/5" />
          <Skeleton className="w-1/4" />
          <Skeleton className="ml-auto w-16" />
        </div>
      ))}
    </div>
  )
}

function Fields(): ReactNode {
  return (
    <div className={`${SURFACE} max-w-6xl space-y-5 p-6`}>
      {[1, 2, 3, 4].map((field) => (
        <div key={field} className="max-w-md space-y-2">
          <Skeleton className="h-3 w-28" />
          <Skeleton className="h-control" />
        </div>
      ))}
    </div>
  )
}

function Panels(): ReactNode {
  return (
    <div className="grid gap-5 lg:grid-cols-2">
      {[1, 2].map((panel) => (
        <div key={panel} className={`${SURFACE} space-y-4 p-4`}>
          <Skeleton className="w-1/3" />
          <Skeleton className="w-4/5" />
          <Skeleton className="w-3/5" />
        </div>
      ))}
    </div>
  )
}
