import { ChevronDown, LogOut } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Role, ViewerBadge } from '../../lib/views/viewer.ts'
import { Button } from '../ui/button.tsx'
import { ThemeSwitch } from './theme-switch.tsx'

const ROLES: Record<Role, string> = {
  owner: 'Owner',
  admin: 'Admin',
  support: 'Support',
  viewer: 'Viewer',
}
const CARD = 'who-am-i'

/** Who is signed in, and the way out. The browser's own popover: it opens and closes without script as well. */
export function WhoAmI({ viewer }: { viewer: ViewerBadge }): ReactNode {
  return (
    <>
      <button
        type="button"
        popoverTarget={CARD}
        className="flex min-h-control max-w-48 min-w-0 items-center gap-2 rounded-md px-1.5 text-sm text-ink-soft hover:bg-hover hover:text-ink"
      >
        <span
          aria-hidden="true"
          className="grid size-6 shrink-0 place-items-center rounded-full bg-accent-soft text-2xs font-semibold text-accent-ink"
        >
          {initialsOf(viewer.name)}
        </span>
        <span className="truncate max-sm:sr-only">{viewer.name}</span>
        <ChevronDown aria-hidden="true" className="size-3.5 shrink-0" />
      </button>
      <div
        id={CARD}
        popover="auto"
        className="fixed inset-auto top-13 right-3 m-0 w-64 space-y-3 rounded-lg bg-raised p-3 text-sm text-ink shadow-float"
      >
        <div className="min-w-0">
          <p className="truncate font-semibold">{viewer.name}</p>
          <p className="truncate text-ink-soft">{viewer.email}</p>
          <p className="text-xs text-ink-faint">
            {ROLES[viewer.role]} at {viewer.tenant}
          </p>
        </div>
        <ThemeSwitch />
        {/* A plain POST: only a whole navigation leaves no page behind in the browser's memory. */}
        <form method="post" action="/sign-out">
          <Button type="submit" className="w-full">
            <LogOut aria-hidden="true" />
            Sign out
          </Button>
        </form>
      </div>
    </>
  )
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean)
  const first = words[0]?.at(0) ?? '?'
  const last = words.length > 1 ? (words.at(-1)?.at(0) ?? '') : ''
  return (first + last).toUpperCase()
}
