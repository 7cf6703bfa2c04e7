'use client'
import type { ReactNode } from 'react'
import { Kbd } from './kbd.tsx'
import { useHydrated } from './use-hydrated.ts'

const ON_MAC: Record<string, string> = { Mod: '⌘', Alt: '⌥', Shift: '⇧' }
const ELSEWHERE: Record<string, string> = { Mod: 'Ctrl' }

/** A keyboard shortcut as this system writes it: `Mod+K` is ⌘ K on a Mac and Ctrl K elsewhere. */
export function Shortcut({ keys }: { keys: string }): ReactNode {
  const names = useHydrated() && /Mac|iPhone|iPad/.test(navigator.userAgent) ? ON_MAC : ELSEWHERE
  return (
    <span className="inline-flex gap-0.5">
      {keys.split('+').map((key) => (
        <Kbd key={key}>{names[key] ?? key}</Kbd>
      ))}
    </span>
  )
}
