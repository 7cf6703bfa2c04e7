'use client'
import { usePathname } from 'next/navigation'
import { useEffect, type ReactNode } from 'react'
import { useBasePath } from '../ui/base-path.tsx'
import { PageSkeleton } from './page-skeleton.tsx'
import { RouteProgress } from './route-progress.tsx'
import { useLeaving } from './use-leaving.ts'

/**
 * Holds the page. While another one loads, the links to it are marked at once, this page cannot be used, and
 * soon an outline of the next one stands in its place; a page that comes fast shows neither. Another view of
 * the same page, such as its next rows, leaves it as it is.
 */
export function PageSlot({ children }: { children: ReactNode }): ReactNode {
  const base = useBasePath()
  const path = usePathname()
  const to = useLeaving()
  const elsewhere = to !== null && to.pathname !== path
  useEffect(() => markLinks(to), [to])
  return (
    <>
      {to !== null && <RouteProgress />}
      {elsewhere && (
        <div aria-hidden="true" className="animate-soon">
          <PageSkeleton path={to.pathname.slice(base.length) || '/'} />
        </div>
      )}
      <div inert={elsewhere} className={elsewhere ? 'animate-leave space-y-5' : 'space-y-5'}>
        {children}
      </div>
    </>
  )
}

/** Marks the links to a page (`app/globals.css`). Returns the function that removes the marks. */
function markLinks(to: URL | null): (() => void) | undefined {
  if (to === null) return undefined
  const links = document.querySelectorAll<HTMLElement>(`a[href="${CSS.escape(to.pathname + to.search)}"]`)
  for (const link of links) link.dataset['loading'] = ''
  return () => {
    for (const link of links) delete link.dataset['loading']
  }
}
