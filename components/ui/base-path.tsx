'use client'
import type { Route } from 'next'
import { usePathname } from 'next/navigation'
import { createContext, use, type ReactNode } from 'react'
import type { Verb } from '../../lib/views/viewer.ts'

const Base = createContext('')
const May = createContext<readonly Verb[]>([])

type Props = { base: string; may: readonly Verb[]; children: ReactNode }

/** Everything in it belongs to one acting: `base` stands before every path, and the links in it stay there. Empty: one's own pages. */
export function BasePathProvider({ base, may, children }: Props): ReactNode {
  return (
    <Base value={base}>
      <May value={may}>{children}</May>
    </Base>
  )
}

/** What the person before the page may do, as far as a frame has to know it. */
export function useMay(): readonly Verb[] {
  return use(May)
}

/** What stands before every path here. */
export function useBase(): string {
  return use(Base)
}

/** The path of this page as it is called without what stands before it. */
export function useInnerPath(): string {
  const base = use(Base)
  const path = usePathname()
  return path.startsWith(base) ? path.slice(base.length) || '/' : path
}

/** A path of the portal with `base` before it; what is no path (a query, a fragment) stays as it is. */
export function withBasePath<Path extends string>(base: string, href: Route<Path>): Route {
  const whole: string = base !== '' && isOwnPath(href) ? base + (href === '/' ? '' : href) : href
  return isRoute(whole) ? whole : '/'
}

/** A path of this portal: never another host, never a script. */
export function isOwnPath(text: string): text is Route {
  return /^\/(?![/\\])/.test(text)
}

function isRoute(text: string): text is Route {
  return isOwnPath(text) || text === '' || text.startsWith('?') || text.startsWith('#')
}
