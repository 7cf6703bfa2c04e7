'use client'
import type { ReactNode } from 'react'
import { useEntry } from './face-context.tsx'
import { SignInLayout } from './sign-in-layout.tsx'

/** What stands around the card of an entry page: the brand of this host, or the product where it is nobody's. */
export function EntryFace({ children }: { children: ReactNode }): ReactNode {
  return (
    <SignInLayout {...useEntry()} height="min-h-dvh">
      {children}
    </SignInLayout>
  )
}
