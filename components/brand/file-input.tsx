'use client'
import { useState, type ComponentProps, type ReactNode } from 'react'
import { buttonClass } from '../ui/button-class.ts'

type Props = Omit<ComponentProps<'input'>, 'type' | 'onChange' | 'className'> & {
  button: string
  /** Shown while no file is chosen. */
  none: string
  onPick: (file: File | undefined) => void
}

/**
 * A file to choose, or to drop. The browser's own input lies over it unseen, because it speaks the browser's
 * language; without script it is what shows, because only it can say which file was chosen.
 */
export function FileInput({ button, none, onPick, ...input }: Props): ReactNode {
  const [name, setName] = useState<string | null>(null)
  return (
    <div className="relative flex flex-wrap items-center gap-x-3 gap-y-1.5 rounded-md border border-dashed border-line-strong bg-sunken px-4 py-5 text-xs hover:bg-hover has-focus-visible:outline-2 has-focus-visible:outline-accent-ink">
      <span aria-hidden="true" className={buttonClass('plain', 'js-only', 'small')}>
        {button}
      </span>
      <span aria-hidden="true" className="js-only min-w-0 text-ink-soft">
        {name ?? none}
      </span>
      <input
        {...input}
        type="file"
        onChange={({ target }) => {
          setName(target.files?.[0]?.name ?? null)
          onPick(target.files?.[0])
        }}
        className="w-full [@media(scripting:enabled)]:absolute [@media(scripting:enabled)]:inset-0 [@media(scripting:enabled)]:cursor-pointer [@media(scripting:enabled)]:opacity-0"
      />
    </div>
  )
}
