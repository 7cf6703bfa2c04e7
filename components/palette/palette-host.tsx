'use client'
import dynamic from 'next/dynamic'
import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react'
import { Link } from '../ui/link.tsx'
import { useNavItems } from '../shell/use-nav-items.tsx'
import type { ChooseLanguage } from '../shell/language-switch.tsx'
import { resetForUser } from './recent-pages.ts'
import { openSheet, typedSoFar, typeIntoPalette, useOpenSheet } from './open-sheet.ts'
import { isCovered, isForTheFrame, isTyping } from '../ui/single-keys.ts'

const Palette = dynamic(() => import('./palette.tsx').then((part) => part.Palette), { ssr: false })
const KeysDialog = dynamic(() => import('./keys-dialog.tsx').then((part) => part.KeysDialog), { ssr: false })

const CHORD_MS = 1_500

type Props = {
  /** Whose memory of pages this is: another person begins anew. */
  whose: string
  chooseLanguage: ChooseLanguage
}

/** Hears the keys of the frame, and loads what they open when it is first wanted. */
export function PaletteHost({ whose, chooseLanguage }: Props): ReactNode {
  const sheet = useOpenSheet()
  const went = useRef(-Infinity)
  const items = useRef<HTMLDivElement>(null)
  useEffect(() => resetForUser(whose), [whose])

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (isPaletteKey(event)) {
      if (sheet === null && isCovered()) return
      event.preventDefault()
      return openSheet(sheet === 'palette' ? null : 'palette')
    }
    if (sheet === 'palette' && isLetter(event) && !isTyping(event.target)) {
      event.preventDefault()
      return typeIntoPalette(typedSoFar() + event.key)
    }
    if (!isForTheFrame(event)) return
    const second = event.timeStamp - went.current < CHORD_MS
    went.current = event.key === 'g' ? event.timeStamp : -Infinity
    if (event.key === '?') {
      event.preventDefault()
      openSheet('keys')
    } else if (second) {
      // A link, so that a form with changes asks before it is left.
      items.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key)}"]`)?.click()
    }
  })
  useEffect(() => {
    const hear = (event: KeyboardEvent) => onKey(event)
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [])

  return (
    <>
      <div ref={items} hidden>
        {useNavItems().map(({ href, key }) => (
          <Link key={key} href={href} data-key={key} prefetch={false} aria-hidden="true" tabIndex={-1} />
        ))}
      </div>
      {sheet === 'palette' && <Palette chooseLanguage={chooseLanguage} />}
      {sheet === 'keys' && <KeysDialog />}
    </>
  )
}

function isLetter(event: KeyboardEvent): boolean {
  return event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey
}

function isPaletteKey(event: KeyboardEvent): boolean {
  return (
    event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
  )
}
