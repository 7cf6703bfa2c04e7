'use client'
import { Menu as Base } from '@base-ui/react/menu'
import { Ellipsis } from 'lucide-react'
import type { ReactNode } from 'react'
import { buttonClass, type Size, type Weight } from './button.tsx'
import { classNames } from './class-names.ts'
import { iconButtonClass } from './icon-button.tsx'
import { POPUP } from './popup.ts'

type Align = 'start' | 'end'
type Props = { trigger: ReactNode; weight?: Weight; size?: Size; align?: Align; children: ReactNode }

/** A button that opens a menu of `MenuItem`, `MenuLink`, `SubMenu` and the like. Hidden without script. */
export function Menu({ trigger, weight, size, align = 'start', children }: Props): ReactNode {
  return (
    <Base.Root modal={false}>
      <Base.Trigger className={buttonClass(weight, 'js-only', size)}>{trigger}</Base.Trigger>
      <MenuPopup align={align}>{children}</MenuPopup>
    </Base.Root>
  )
}

/**
 * A menu of further actions behind three dots. `label` names what they apply to: "More actions for
 * Reception".
 */
export function MoreMenu({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return (
    <Base.Root modal={false}>
      <Base.Trigger aria-label={label} title={label} className={iconButtonClass('js-only')}>
        <Ellipsis aria-hidden="true" />
      </Base.Trigger>
      <MenuPopup align="end">{children}</MenuPopup>
    </Base.Root>
  )
}

/** The popup of a menu; `beside` for a submenu. */
export function MenuPopup(props: { align: Align; beside?: boolean; children: ReactNode }): ReactNode {
  const { align, beside = false, children } = props
  return (
    <Base.Portal>
      <Base.Positioner
        align={align}
        side={beside ? 'inline-end' : 'bottom'}
        sideOffset={beside ? 0 : 4}
        // Opens below where there is no space beside it, as on a phone.
        collisionAvoidance={beside ? { fallbackAxisSide: 'end' } : {}}
        positionMethod="fixed"
        collisionPadding={8}
        className="z-40"
      >
        <Base.Popup
          className={classNames(
            POPUP,
            'max-h-(--available-height) max-w-[min(20rem,var(--available-width))] min-w-44 overflow-y-auto p-1 outline-none',
          )}
        >
          {children}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  )
}
