'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { MenuGroup, MenuLine, MenuTick } from '../menu-entries.tsx'
import { AnchoredMenu } from './anchored-menu.tsx'
import type { TableLook } from './table-look.ts'

type Props = {
  anchor: HTMLElement
  /** The columns that one can do without. */
  columns: readonly { id: string; title: string }[]
  look: TableLook
  onLook: (look: TableLook) => void
  close: () => void
}

/** Which columns a table has, and how close together its rows are. */
export function LookMenu({ anchor, columns, look, onLook, close }: Props): ReactNode {
  const words = useTranslations('table')
  const shows = (id: string) => !look.hidden.includes(id)
  const show = (id: string, shown: boolean) => {
    const others = look.hidden.filter((each) => each !== id)
    onLook({ ...look, hidden: shown ? others : [...others, id] })
  }
  return (
    <AnchoredMenu anchor={anchor} close={close}>
      <MenuGroup title={words('columns')}>
        {columns.map(({ id, title }) => (
          <MenuTick key={id} ticked={shows(id)} onTick={(ticked) => show(id, ticked)}>
            {title}
          </MenuTick>
        ))}
      </MenuGroup>
      <MenuLine />
      <MenuTick ticked={look.compact} onTick={(compact) => onLook({ ...look, compact })}>
        {words('compact')}
      </MenuTick>
    </AnchoredMenu>
  )
}
