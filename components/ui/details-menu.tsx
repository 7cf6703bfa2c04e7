'use client'
import { ChevronDown } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { buttonClass } from './button-class.ts'
import { classNames } from './class-names.ts'
import { POPUP } from './popup.ts'

type Props = { label: string; children: ReactNode }

/**
 * A button that opens links or a small form below it, also without script. With script it closes by Escape,
 * when the pointer or the focus goes elsewhere, and when one of its links is followed. On phones the panel is
 * as wide as the nearest positioned ancestor.
 */
export function DetailsMenu({ label, children }: Props): ReactNode {
  const details = useRef<HTMLDetailsElement>(null)
  useEffect(() => (details.current ? closingByItself(details.current) : undefined), [])
  return (
    <details ref={details} className="sm:relative">
      <summary className={buttonClass('plain', '', 'small')}>
        {label}
        <ChevronDown aria-hidden="true" />
      </summary>
      <div
        className={classNames(
          POPUP,
          'absolute z-20 mt-1 max-h-80 overflow-y-auto p-1 max-sm:inset-x-0 sm:left-0 sm:min-w-52',
        )}
      >
        {children}
      </div>
    </details>
  )
}

/** Closes the details as a menu would close. Returns how to stop that. */
function closingByItself(details: HTMLDetailsElement): () => void {
  const stopped = new AbortController()
  const { signal } = stopped
  const closeOutside = ({ target }: Event) => {
    if (target instanceof Node && !details.contains(target)) details.open = false
  }
  document.addEventListener('pointerdown', closeOutside, { signal })
  document.addEventListener('focusin', closeOutside, { signal })
  details.addEventListener(
    'keydown',
    ({ key }) => {
      if (key !== 'Escape' || !details.open) return
      details.open = false
      details.querySelector('summary')?.focus()
    },
    { signal },
  )
  details.addEventListener(
    'click',
    ({ target }) => {
      if (target instanceof Element && target.closest('a') !== null) details.open = false
    },
    { signal },
  )
  return () => stopped.abort()
}
