'use client'
import dynamic from 'next/dynamic'
import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react'
import { Link } from '../ui/link.tsx'
import { useNavItems } from '../shell/use-nav-items.tsx'
import type { ChooseLanguage } from '../shell/language-switch.tsx'
import { resetForUser } from './recent-pages.ts'
import { openSheet, typedSoFar, typeIntoPalette, useOpenSheet } from './open-sheet.ts'
import { COVERING_DIALOG, isCovered, isSingleKeyShortcut } from '../ui/single-keys.ts'

const Palette = dynamic(() => import('./palette.tsx').then((part) => part.Palette), { ssr: false })
const KeysDialog = dynamic(() => import('./keys-dialog.tsx').then((part) => part.KeysDialog), { ssr: false })

const CHORD_MS = 1_500

type Props = {
  /** The user whose recent pages are shown; another user starts with none. */
  user: string
  chooseLanguage: ChooseLanguage
}

/** Handles the portal's keyboard shortcuts, and loads the dialogs they open when they are first needed. */
export function PaletteHost({ user, chooseLanguage }: Props): ReactNode {
  const sheet = useOpenSheet()
  const pressedG = useRef(-Infinity)
  const items = useRef<HTMLDivElement>(null)
  useEffect(() => resetForUser(user), [user])

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (isPaletteKey(event)) {
      if (sheet === null && isCovered()) return
      event.preventDefault()
      return openSheet(sheet === 'palette' ? null : 'palette')
    }
    if (sheet === 'palette' && !isInDialog(event.target)) return onEarlyKey(event)
    if (!isSingleKeyShortcut(event)) return
    const second = event.timeStamp - pressedG.current < CHORD_MS
    pressedG.current = event.key === 'g' ? event.timeStamp : -Infinity
    // Clicks links, so that a form with unsaved changes can ask first.
    if (event.key === '?') {
      event.preventDefault()
      openSheet('keys')
    } else if (second) {
      items.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key)}"]`)?.click()
    } else if (!isInTree(event.target)) {
      document.querySelector<HTMLElement>(`[data-single-key="${CSS.escape(event.key)}"]`)?.click()
    }
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [])

  return (
    <>
      <div ref={items} hidden>
        {useNavItems().map(({ href, key }) => (
          <Link key={key} href={href} data-key={key} aria-hidden="true" tabIndex={-1} />
        ))}
      </div>
      {sheet === 'palette' && <Palette chooseLanguage={chooseLanguage} />}
      {sheet === 'keys' && <KeysDialog />}
    </>
  )
}

/** The palette takes a moment to open: keys for it must not reach the field or button that has the focus. */
function onEarlyKey(event: KeyboardEvent): void {
  const { key } = event
  const isText = key.length === 1
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (!isText && key !== 'Escape' && key !== 'Backspace' && key !== 'Enter') return
  event.preventDefault()
  if (isText) typeIntoPalette(typedSoFar() + key)
  if (key === 'Backspace') typeIntoPalette(typedSoFar().slice(0, -1))
  if (key === 'Escape') openSheet(null)
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(COVERING_DIALOG) !== null
}

/** Letters typed into a tree jump to the names that begin with them. */
function isInTree(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role=treegrid]') !== null
}

function isPaletteKey(event: KeyboardEvent): boolean {
  return (
    event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
  )
}
