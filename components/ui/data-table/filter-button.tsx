'use client'
import { ListFilter as Icon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import { useState, type ComponentProps, type ReactNode } from 'react'
import { Button } from '../button.tsx'
import type { FilterMenu as Menu } from './filter-menu.tsx'

const FilterMenu = dynamic(() => import('./filter-menu.tsx').then((part) => part.FilterMenu), { ssr: false })

/** Opens the menu of all filters. */
export function FilterButton(props: Omit<ComponentProps<typeof Menu>, 'anchor' | 'close'>): ReactNode {
  const t = useTranslations('table')
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <Button
        size="small"
        weight="quiet"
        className="js-only"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Icon aria-hidden="true" />
        {t('filter')}
      </Button>
      {anchor && <FilterMenu {...props} anchor={anchor} close={() => setAnchor(null)} />}
    </>
  )
}
