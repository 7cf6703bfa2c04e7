'use client'
import { Settings2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import { useState, type ComponentProps, type ReactNode } from 'react'
import { IconButton } from '../icon-button.tsx'
import type { DisplayMenu as Menu } from './display-menu.tsx'

const DisplayMenu = dynamic(() => import('./display-menu.tsx').then((part) => part.DisplayMenu), {
  ssr: false,
})

/** Opens the menu of columns and density. */
export function DisplayButton(
  props: Pick<ComponentProps<typeof Menu>, 'columns' | 'display' | 'onDisplay'>,
): ReactNode {
  const t = useTranslations('table')
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <IconButton
        label={t('display')}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        className="js-only"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Settings2 aria-hidden="true" />
      </IconButton>
      {anchor && <DisplayMenu {...props} anchor={anchor} close={() => setAnchor(null)} />}
    </>
  )
}
