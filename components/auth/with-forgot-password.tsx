import type { Route } from 'next'
import type { ReactNode } from 'react'
import { EntryLink } from './entry-link.tsx'

type Props<Path extends string> = { href: Route<Path>; label: string; children: ReactNode }

/**
 * A password field with the way to a new password on the line of its label. The link comes after the field,
 * so that the tab key leads from the user's name to the password.
 */
export function WithForgotPassword<Path extends string>({ href, label, children }: Props<Path>): ReactNode {
  return (
    <div className="relative">
      {children}
      <p className="absolute -top-0.5 right-0 flex min-h-6 items-center text-xs">
        <EntryLink href={href}>{label}</EntryLink>
      </p>
    </div>
  )
}
