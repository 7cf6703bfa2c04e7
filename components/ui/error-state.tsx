import { CloudOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { ErrorReference } from './error-reference.tsx'

type Props = { title: string; reference?: string | null; children?: ReactNode }

/** Explains what could not be loaded and what to do next, with the reference for support. */
export function ErrorState({ title, reference = null, children }: Props): ReactNode {
  return (
    <div role="alert" className="flex flex-col items-center gap-2 px-6 py-12 text-center">
      <CloudOff aria-hidden="true" strokeWidth={1.5} className="mb-1 size-6 text-bad" />
      <p className="text-sm font-semibold">{title}</p>
      <div className="flex max-w-md flex-col items-center gap-3 text-sm text-ink-soft">{children}</div>
      {reference !== null && <ErrorReference id={reference} />}
    </div>
  )
}
