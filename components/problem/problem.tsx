import type { ReactNode } from 'react'
import { ProblemSheet, type ProblemProps } from './problem-sheet.tsx'
import { ErrorReference } from '../ui/error-reference.tsx'

/** Says inside the frame why a page cannot be shown, what to do next, and under which reference the log knows. */
export function Problem({ reference, ...rest }: ProblemProps): ReactNode {
  return (
    <ProblemSheet {...rest}>
      {reference !== undefined && reference !== null && <ErrorReference id={reference} />}
    </ProblemSheet>
  )
}
