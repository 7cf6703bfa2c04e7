'use client'
import { Popover as Base } from '@base-ui/react/popover'
import type { ReactNode } from 'react'
import { buttonClass, type Weight } from './button.tsx'
import { classNames } from './class-names.ts'
import { POPUP } from './popup.ts'

type Props = {
  trigger: ReactNode
  weight?: Weight
  /** The heading, which is also the accessible name. */
  title: string
  align?: 'start' | 'end'
  children: ReactNode
}

/** More details or settings beside the button that opens them; the page stays usable. */
export function Popover({ trigger, weight, title, align = 'start', children }: Props): ReactNode {
  return (
    <Base.Root>
      <Base.Trigger className={classNames('js-only', buttonClass(weight))}>{trigger}</Base.Trigger>
      <Base.Portal>
        <Base.Positioner
          align={align}
          sideOffset={4}
          positionMethod="fixed"
          collisionPadding={8}
          className="z-30"
        >
          <Base.Popup
            className={classNames(
              POPUP,
              'max-h-(--available-height) w-[min(20rem,var(--available-width))] space-y-3 overflow-y-auto p-4',
            )}
          >
            <Base.Title className="font-semibold">{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
