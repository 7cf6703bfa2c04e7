'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { MenuGroup, MenuSeparator, MenuCheckbox } from '../menu-entries.tsx'
import { AnchoredMenu } from './anchored-menu.tsx'
import type { DisplayOptions } from './display-options.ts'

type Props = {
  anchor: HTMLElement
  /** The columns that can be hidden. */
  columns: readonly { id: string; title: string }[]
  display: DisplayOptions
  onDisplay: (display: DisplayOptions) => void
  close: () => void
}

/** Chooses the visible columns of a table and its density. */
export function DisplayMenu({ anchor, columns, display, onDisplay, close }: Props): ReactNode {
  const t = useTranslations('table')
  const shows = (id: string) => !display.hidden.includes(id)
  const show = (id: string, shown: boolean) => {
    const others = display.hidden.filter((each) => each !== id)
    onDisplay({ ...display, hidden: shown ? others : [...others, id] })
  }
  return (
    <AnchoredMenu anchor={anchor} close={close}>
      <MenuGroup title={t('columns')}>
        {columns.map(({ id, title }) => (
          <MenuCheckbox key={id} ticked={shows(id)} onTick={(ticked) => show(id, ticked)}>
            {title}
          </MenuCheckbox>
        ))}
      </MenuGroup>
      <MenuSeparator />
      <MenuCheckbox ticked={display.compact} onTick={(compact) => onDisplay({ ...display, compact })}>
        {t('compact')}
      </MenuCheckbox>
    </AnchoredMenu>
  )
}
