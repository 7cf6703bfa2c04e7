import type { CSSProperties, ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { Reference } from '../ui/reference.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import type { Line } from './lines.ts'

type Props = {
  line: Exclude<Line, { kind: 'account' }>
  indent: CSSProperties
  load: (parent: string) => Promise<void>
}

/** Stands for the accounts of a branch that are not there: on their way, not asked for, or not to be had. */
export function RestLine({ line, indent, load }: Props): ReactNode {
  return (
    <div role="gridcell" style={indent} className="col-span-full flex min-w-0 items-center gap-2 pr-4">
      <span className="w-6 shrink-0" />
      {line.kind === 'loading' && (
        <span className="animate-late flex flex-1 gap-4">
          <span className="sr-only">Loading accounts</span>
          <Skeleton className="w-2/5" />
        </span>
      )}
      {line.kind === 'more' && (
        <Button
          weight="quiet"
          tabIndex={-1}
          onClick={() => void load(line.parent)}
          className="scripted -ml-3"
        >
          Show more
        </Button>
      )}
      {line.kind === 'failed' && (
        <div className="flex flex-wrap items-center gap-x-2 text-bad">
          {line.message}
          <Button tabIndex={-1} onClick={() => void load(line.parent)}>
            Try again
          </Button>
          {line.reference !== '' && <Reference id={line.reference} />}
        </div>
      )}
    </div>
  )
}
