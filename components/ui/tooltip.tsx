'use client'
import { Tooltip as Base } from '@base-ui/react/tooltip'
import type { ReactElement, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { POPUP } from './popup.ts'

type Props = {
  says: ReactNode
  /** The keys that do the same. */
  keys?: ReactNode
  /** What it explains: one button or link, with a name of its own. Fingers and screen readers never meet a tooltip. */
  children: ReactElement<Record<string, unknown>>
}

/** A word about a control, for who hovers over it or reaches it by keyboard. Escape takes it away. */
export function Tooltip({ says, keys, children }: Props): ReactNode {
  return (
    <Base.Root>
      <Base.Trigger delay={400} render={children} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} positionMethod="fixed" collisionPadding={8} className="z-40">
          <Base.Popup className={classNames(POPUP, 'flex max-w-64 items-center gap-2 px-2 py-1 text-xs')}>
            {says}
            {keys}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
