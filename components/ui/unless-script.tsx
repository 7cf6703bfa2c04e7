'use client'
import type { ReactNode } from 'react'
import { useHydrated } from './use-hydrated.ts'

/** What only a page without script needs: where there is script, hidden at first and then gone. */
export function UnlessScript({ children }: { children: ReactNode }): ReactNode {
  return useHydrated() ? null : <div className="unless-script">{children}</div>
}
