'use client'
import type { Route } from 'next'
import { usePathname } from 'next/navigation'
import { createContext, use, type ReactNode } from 'react'

const BasePathContext = createContext('')

type Props = { base: string; children: ReactNode }

/**
 * Links inside it stay within one impersonation: `base` precedes every path. Empty: the viewer's own pages.
 */
export function BasePathProvider({ base, children }: Props): ReactNode {
  return <BasePathContext value={base}>{children}</BasePathContext>
}

/** The base path of this page; empty outside an impersonation. */
export function useBasePath(): string {
  return use(BasePathContext)
}

/** The path of this page without its base path. */
export function useInnerPath(): string {
  const base = useBasePath()
  const path = usePathname()
  return path.startsWith(base) ? path.slice(base.length) || '/' : path
}

/** A path of the portal with `base` before it; a query or fragment is returned as it is. */
export function withBasePath<Path extends string>(base: string, href: Route<Path>): Route {
  const target: string = base !== '' && isOwnPath(href) ? base + (href === '/' ? '' : href) : href
  return isRoute(target) ? target : '/'
}

/** Whether `text` is a path of this portal: never another host, never a script. */
export function isOwnPath(text: string): text is Route {
  return /^\/(?![/\\])/.test(text)
}

function isRoute(text: string): text is Route {
  return isOwnPath(text) || text === '' || text.startsWith('?') || text.startsWith('#')
}
