import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

type Props = {
  title: string
  hint?: string
  /** Its switches turn a feature on: until one is on, the other fields are hidden where there is script. */
  feature?: boolean
  children: ReactNode
}

/** Related fields: title and hint on the left, fields on the right; stacked on small screens. */
export function FieldGroup({ title, hint, feature = false, children }: Props): ReactNode {
  return (
    <fieldset className="grid gap-x-8 gap-y-3 border-b border-line pb-6 last-of-type:border-0 lg:grid-cols-[11rem_minmax(0,1fr)]">
      <div className="space-y-1">
        <legend className="float-left w-full text-sm font-semibold">{title}</legend>
        {hint !== undefined && <p className="clear-both text-xs text-ink-faint">{hint}</p>}
      </div>
      <div className={classNames('grid min-w-0 items-start gap-4 sm:grid-cols-2', feature && 'feature')}>
        {children}
      </div>
    </fieldset>
  )
}
