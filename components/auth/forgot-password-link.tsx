import type { Route } from 'next'
import type { ReactNode } from 'react'
import { EntryLink } from './entry-link.tsx'

type Props<Path extends string> = { href: Route<Path>; children: ReactNode }

/** The way to a new password, on the line of the password's label; it stands after the field. */
export function ForgotPasswordLink<Path extends string>({ href, children }: Props<Path>): ReactNode {
  return (
    <p className="absolute -top-0.5 right-0 flex min-h-6 items-center text-xs">
      <EntryLink href={href}>{children}</EntryLink>
    </p>
  )
}
