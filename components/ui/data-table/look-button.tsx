'use client'
import { Settings2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import { useState, type ComponentProps, type ReactNode } from 'react'
import { IconButton } from '../icon-button.tsx'
import type { LookMenu as Menu } from './look-menu.tsx'

const LookMenu = dynamic(() => import('./look-menu.tsx').then((part) => part.LookMenu), { ssr: false })

/** Opens the choice of columns and density. */
export function LookButton(
  props: Pick<ComponentProps<typeof Menu>, 'columns' | 'look' | 'onLook'>,
): ReactNode {
  const words = useTranslations('table')
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <IconButton
        label={words('look')}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        className="scripted"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Settings2 aria-hidden="true" />
      </IconButton>
      {anchor && <LookMenu {...props} anchor={anchor} close={() => setAnchor(null)} />}
    </>
  )
}
