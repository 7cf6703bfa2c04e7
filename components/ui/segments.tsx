'use client'
import type { ReactNode } from 'react'

type Props = {
  name: string
  chosen: string
  choices: readonly { value: string; label: string }[]
  readOnly?: boolean
  /** Part of an editor: the form does not send it, and `chosen` follows `onChoose`. */
  controlled?: boolean
  onChoose?: ((value: string) => void) | undefined
}

/** The classes of a row of segments, and of each one: a label around a radio button, or a link. */
export const SEGMENTS =
  'inline-flex max-w-full flex-wrap gap-0.5 rounded-md border border-line bg-sunken p-0.5'
export const SEGMENT =
  'inline-flex min-h-6.5 cursor-pointer items-center rounded-sm border border-transparent px-2.5 text-sm font-medium text-ink-soft transition-colors select-none hover:text-ink has-checked:border-line has-checked:bg-surface has-checked:text-ink has-checked:shadow-panel has-focus-visible:outline-2 has-focus-visible:outline-accent-ink has-disabled:opacity-60 aria-[current=true]:border-line aria-[current=true]:bg-surface aria-[current=true]:text-ink aria-[current=true]:shadow-panel forced-colors:forced-color-adjust-none forced-colors:text-[CanvasText] forced-colors:has-checked:bg-[Highlight] forced-colors:has-checked:text-[HighlightText] pointer-coarse:min-h-control'

/**
 * Radio buttons that look like one control. The parent names the group (`radiogroup`, or `fieldset` with a
 * legend).
 */
export function Segments({
  name,
  chosen,
  choices,
  readOnly = false,
  controlled = false,
  onChoose,
}: Props): ReactNode {
  return (
    <div className={SEGMENTS}>
      {choices.map(({ value, label }) => (
        <label key={value} className={SEGMENT}>
          <input
            type="radio"
            name={name}
            value={value}
            {...(controlled ? { checked: value === chosen, form: '' } : { defaultChecked: value === chosen })}
            disabled={readOnly}
            onChange={() => onChoose?.(value)}
            className="sr-only"
          />
          {label}
        </label>
      ))}
    </div>
  )
}
