import type { ReactNode } from 'react'
import { ProblemSheet, type ProblemProps } from './problem-sheet.tsx'
import { ErrorReference } from '../ui/error-reference.tsx'

/** A problem inside the portal's frame, with the reference in the log. */
export function Problem({ reference, ...rest }: ProblemProps): ReactNode {
  return (
    <ProblemSheet {...rest}>
      {reference !== undefined && reference !== null && <ErrorReference id={reference} />}
    </ProblemSheet>
  )
}
