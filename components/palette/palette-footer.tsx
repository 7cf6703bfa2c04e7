'use client'
import { useCommandState } from 'cmdk'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Kbd } from '../ui/kbd.tsx'

/** The number of matching commands, for screen readers. */
export function PaletteResultCount(): ReactNode {
  const t = useTranslations('shell.palette')
  const count = useCommandState((state) => state.filtered.count)
  return <output className="sr-only">{t('found', { count })}</output>
}

/** The keys of the palette. */
export function PaletteFooter(): ReactNode {
  const t = useTranslations('shell.palette')
  return (
    <p
      aria-hidden="true"
      className="flex gap-4 border-t border-line px-4 py-2 text-xs text-ink-faint pointer-coarse:hidden"
    >
      <span>
        <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t('move')}
      </span>
      <span>
        <Kbd>↵</Kbd> {t('choose')}
      </span>
      <span>
        <Kbd>Esc</Kbd> {t('leave')}
      </span>
    </p>
  )
}
