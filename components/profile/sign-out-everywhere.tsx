'use client'
import { LogOut } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { forgetSession } from '../shell/sign-out.tsx'
import { Button } from '../ui/button.tsx'

/** Ends all sessions, by a plain POST like `SignOutForm`. */
export function SignOutEverywhere({ about, children }: { about: string; children: ReactNode }): ReactNode {
  const id = useId()
  return (
    <form method="post" action="/sign-out/everywhere" onSubmit={forgetSession} className="space-y-1">
      <Button type="submit" aria-describedby={id}>
        <LogOut aria-hidden="true" />
        {children}
      </Button>
      <p id={id} className="text-xs text-ink-faint">
        {about}
      </p>
    </form>
  )
}
