import type { ReactNode } from 'react'

/** A keyboard key. */
export function Kbd({ children }: { children: ReactNode }): ReactNode {
  return (
    <kbd className="pointer-coarse:hidden rounded-sm border border-line bg-sunken px-1 font-sans text-2xs text-ink-soft">
      {children}
    </kbd>
  )
}
