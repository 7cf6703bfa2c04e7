'use client'
import type { Route } from 'next'
import NextLink from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import { useBasePath, withBasePath } from './base-path.tsx'

type Props<Path extends string> = Omit<ComponentProps<typeof NextLink>, 'href'> & { href: Route<Path> }

/** A link to a page of the portal; during an impersonation it stays within it. */
export function Link<Path extends string>({ href, ...rest }: Props<Path>): ReactNode {
  return <NextLink {...rest} href={withBasePath(useBasePath(), href)} />
}
