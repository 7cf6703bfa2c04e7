'use client'
import type { ReactNode } from 'react'
import { Kbd } from './kbd.tsx'
import { useScripted } from './use-scripted.ts'

const ON_MAC: Record<string, string> = { Mod: '⌘', Alt: '⌥', Shift: '⇧' }
const ELSEWHERE: Record<string, string> = { Mod: 'Ctrl' }

/** Keys to press together, as they are called here: `Mod+K` is ⌘ K on a Mac and Ctrl K elsewhere. */
export function Keys({ of }: { of: string }): ReactNode {
  const names = useScripted() && /Mac|iPhone|iPad/.test(navigator.userAgent) ? ON_MAC : ELSEWHERE
  return (
    <span className="inline-flex gap-0.5">
      {of.split('+').map((key) => (
        <Kbd key={key}>{names[key] ?? key}</Kbd>
      ))}
    </span>
  )
}
