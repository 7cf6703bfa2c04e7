'use client'
import { Tabs as Base } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { TAB, TAB_LIST } from './link-tabs.tsx'
import { useHydrated } from './use-hydrated.ts'

export type Tab = { value: string; title: string; panel: ReactNode }

/** Tabs within one page; arrow keys move between them. Without script all panels are shown, stacked. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly [Tab, ...Tab[]] }): ReactNode {
  const hydrated = useHydrated()
  const [first] = tabs
  return (
    <Base.Root defaultValue={first.value}>
      <Base.List aria-label={label} className={classNames('js-only', TAB_LIST)}>
        {tabs.map(({ value, title }) => (
          <Base.Tab key={value} value={value} className={TAB}>
            {title}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel
          key={tab.value}
          value={tab.value}
          keepMounted
          // Until hydration, only CSS hides the other panels.
          {...(!hydrated && { hidden: false })}
          className={classNames(
            'rounded-md pt-4',
            !hydrated && tab !== first && '[@media(scripting:enabled)]:hidden',
          )}
        >
          {!hydrated && <p className="font-semibold [@media(scripting:enabled)]:hidden">{tab.title}</p>}
          {tab.panel}
        </Base.Panel>
      ))}
    </Base.Root>
  )
}
