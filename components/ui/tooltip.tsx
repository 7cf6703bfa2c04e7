'use client'
import { Tooltip as Base } from '@base-ui/react/tooltip'
import type { ReactElement, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { POPUP } from './popup.ts'

type Props = {
  text: ReactNode
  /** The keyboard shortcut of the control. */
  keys?: ReactNode
  /** A button or link with its own accessible name. Touch and screen reader users never see a tooltip. */
  children: ReactElement<Record<string, unknown>>
}

/** A short explanation of a control on hover or keyboard focus. Escape closes it. */
export function Tooltip({ text, keys, children }: Props): ReactNode {
  return (
    <Base.Root>
      <Base.Trigger delay={400} render={children} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} positionMethod="fixed" collisionPadding={8} className="z-40">
          <Base.Popup className={classNames(POPUP, 'flex max-w-64 items-center gap-2 px-2 py-1 text-xs')}>
            {text}
            {keys}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
