'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'

type Props = {
  /** The current name, and what it names. */
  name: string
  label: string
  /** Called once: with the new name, or null if it stays. */
  onEnd: (name: string | null) => void
}

const MOST_CHARACTERS = 128

/** The name of a row as an input: Enter saves it, Escape and leaving it do not. */
export function RowRename({ name, label, onEnd }: Props): ReactNode {
  const t = useTranslations('table')
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])

  // The keys of an input are its own: the table would move, select and open.
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    const typed = event.currentTarget.value.trim()
    if (event.key === 'Enter') onEnd(typed === name || typed === '' ? null : typed)
    else if (event.key === 'Escape') onEnd(null)
    else return
    event.preventDefault()
  }

  return (
    <input
      ref={input}
      defaultValue={name}
      maxLength={MOST_CHARACTERS}
      aria-label={t('rename', { name: label })}
      autoComplete="off"
      spellCheck={false}
      onKeyDown={onKeyDown}
      onBlur={() => onEnd(null)}
      className="input relative z-1 -mx-2 -my-0.5 min-h-7! px-2! py-0! text-sm font-medium"
    />
  )
}
