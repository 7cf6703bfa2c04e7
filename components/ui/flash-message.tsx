import type { ReactNode } from 'react'
import { Notice, type Tone } from './notice.tsx'

type Props = { tone?: Tone; title?: string | null; children?: ReactNode }

/**
 * Confirms the action that led to this page; with neither title nor children it shows nothing. It stays in
 * the page while it is empty, so that screen readers announce what appears in it.
 */
export function FlashMessage({ tone = 'success', title = null, children = null }: Props): ReactNode {
  return (
    <output className="block empty:hidden">
      {(title !== null || children !== null) && (
        <Notice tone={tone} {...(title !== null && { title })}>
          {children}
        </Notice>
      )}
    </output>
  )
}
