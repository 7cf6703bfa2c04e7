import type { ReactNode } from 'react'
import { Button } from '../ui/button.tsx'

/** One button that ends the session: a plain POST, because only a full navigation leaves no page in the browser's memory. */
export function SignOutForm({ children }: { children: ReactNode }): ReactNode {
  return (
    <form method="post" action="/sign-out">
      <Button type="submit" className="w-full">
        {children}
      </Button>
    </form>
  )
}
