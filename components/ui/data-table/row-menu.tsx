'use client'
import { MenuItem } from '../menu-entries.tsx'
import { AnchoredMenu } from './anchored-menu.tsx'
import type { RowAction } from './row-action.ts'

type Props = { anchor: HTMLElement; actions: readonly RowAction[]; close: () => void }

/** What can be done with the row whose button was pressed: one menu for all rows of a table. */
export function RowMenu({ anchor, actions, close }: Props) {
  return (
    <AnchoredMenu anchor={anchor} close={close}>
      {actions.map(({ label, icon, dangerous = false, run }) => (
        <MenuItem key={label} {...{ icon, dangerous, run }}>
          {label}
        </MenuItem>
      ))}
    </AnchoredMenu>
  )
}
