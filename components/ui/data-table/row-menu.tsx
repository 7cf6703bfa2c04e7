'use client'
import { Kbd } from '../kbd.tsx'
import { MenuItem } from '../menu-entries.tsx'
import { AnchoredMenu } from './anchored-menu.tsx'
import type { RowAction } from './row-action.ts'

type Props = {
  anchor: HTMLElement
  actions: readonly RowAction[]
  returnsFocus: boolean
  close: () => void
}

/** The menu of one row's actions, opened by its button. */
export function RowMenu({ actions, ...menu }: Props) {
  return (
    <AnchoredMenu {...menu}>
      {actions.map(({ label, icon, keys, dangerous = false, run }) => (
        <MenuItem key={label} {...{ icon, dangerous, run }} keys={keys && <Kbd>{keys}</Kbd>}>
          {label}
        </MenuItem>
      ))}
    </AnchoredMenu>
  )
}
