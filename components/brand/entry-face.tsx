'use client'
import type { ReactNode } from 'react'
import { useFace } from './face-context.tsx'
import { FaceName } from './face-name.tsx'
import { SignInFace } from './sign-in-face.tsx'

/** What stands around the card of an entry page: the brand of this host, or the product where it is nobody's. */
export function EntryFace({ children }: { children: ReactNode }): ReactNode {
  const shown = useFace()
  if (shown !== null) {
    return (
      <SignInFace {...shown} height="min-h-dvh">
        {children}
      </SignInFace>
    )
  }
  return (
    <div className="flex min-h-dvh flex-col items-center px-4 py-12 sm:justify-center sm:py-16">
      <div className="w-full max-w-92 space-y-6">
        <FaceName />
        {children}
      </div>
    </div>
  )
}
