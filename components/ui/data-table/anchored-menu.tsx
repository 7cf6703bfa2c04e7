'use client'
import { Menu } from '@base-ui/react/menu'
import { useState, type ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import { POPUP } from '../popup.ts'

type Props = {
  anchor: HTMLElement
  /** False: the focus goes elsewhere when the menu closes. */
  returnsFocus?: boolean
  close: () => void
  children: ReactNode
}

/** A menu that opens beside the button it was loaded for, and returns the focus to it. */
export function AnchoredMenu({ anchor, returnsFocus = true, close, children }: Props): ReactNode {
  const [open, setOpen] = useState(true)
  return (
    <Menu.Root
      modal={false}
      open={open}
      onOpenChange={setOpen}
      onOpenChangeComplete={(shown) => shown || close()}
    >
      <Menu.Portal>
        <Menu.Positioner anchor={anchor} align="end" sideOffset={4} collisionPadding={8} className="z-40">
          <Menu.Popup
            finalFocus={() => (returnsFocus ? anchor : false)}
            className={classNames(
              POPUP,
              'max-h-(--available-height) max-w-[min(20rem,var(--available-width))] min-w-44 overflow-y-auto p-1 outline-none',
            )}
          >
            {children}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
