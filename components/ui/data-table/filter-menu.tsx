'use client'
import { useFormatter } from 'next-intl'
import type { ReactNode } from 'react'
import type { FilterChoice, Filters } from '../../../lib/views/list.ts'
import { MenuCheckbox, SubMenu } from '../menu-entries.tsx'
import { AnchoredMenu } from './anchored-menu.tsx'
import type { ListFilter } from './list-filter.ts'

type Props = {
  anchor: HTMLElement
  filters: readonly ListFilter[]
  choices: Readonly<Record<string, readonly FilterChoice[]>>
  chosen: Filters
  filterBy: (name: string, value: string | null) => void
  close: () => void
}

/** Chooses the value of each filter that has any. */
export function FilterMenu({ anchor, filters, choices, chosen, filterBy, close }: Props): ReactNode {
  const format = useFormatter()
  return (
    <AnchoredMenu anchor={anchor} close={close}>
      {filters.map(({ name, title, labelOf }) => {
        const offered = (choices[name] ?? []).map(({ value, count }) => ({
          value,
          count,
          label: labelOf(value),
        }))
        if (offered.length === 0) return null
        return (
          <SubMenu key={name} title={title}>
            {offered
              .toSorted((a, b) => a.label.localeCompare(b.label))
              .map(({ value, label, count }) => (
                <MenuCheckbox
                  key={value}
                  ticked={chosen[name] === value}
                  onTick={(ticked) => filterBy(name, ticked ? value : null)}
                >
                  <span className="min-w-0 truncate">{label}</span>
                  <span className="ml-auto pl-4 tabular-nums text-ink-faint">{format.number(count)}</span>
                </MenuCheckbox>
              ))}
          </SubMenu>
        )
      })}
    </AnchoredMenu>
  )
}
