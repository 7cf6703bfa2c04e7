'use client'
import type { Route } from 'next'
import NextLink from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import { useBasePath, withBasePath } from './base-path.tsx'

type Props<Path extends string> = Omit<ComponentProps<typeof NextLink>, 'href' | 'prefetch'> & {
  href: Route<Path>
}

/**
 * A link to a page of the portal; during an impersonation it stays within it. Nothing is prefetched: every
 * page asks Kazoo when it is shown, so a prefetch brings no data and costs two requests.
 */
export function Link<Path extends string>({ href, ...rest }: Props<Path>): ReactNode {
  return <NextLink {...rest} prefetch={false} href={withBasePath(useBasePath(), href)} />
}
