import type { ReactNode } from 'react'

/** The surface of a form with field groups. */
export function FormPanel({ children }: { children: ReactNode }): ReactNode {
  return (
    <div className="max-w-6xl min-w-0 rounded-lg border border-line bg-surface px-4 pt-5 sm:px-6">
      {children}
    </div>
  )
}
