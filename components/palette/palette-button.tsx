'use client'
import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Shortcut } from '../ui/shortcut.tsx'
import { openSheet } from './open-sheet.ts'

/** Opens the palette; looks like a search field. */
export function PaletteButton(): ReactNode {
  const t = useTranslations('shell.palette')
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      onClick={() => openSheet('palette')}
      className="js-only flex min-h-control items-center gap-2 rounded-md border border-line bg-surface px-2 text-sm text-ink-soft hover:border-line-strong hover:text-ink max-sm:border-transparent max-sm:bg-transparent sm:w-56 [&_svg]:size-4 [&_svg]:shrink-0"
    >
      <Search aria-hidden="true" />
      <span className="flex-1 truncate text-left max-sm:sr-only">{t('open')}</span>
      <span aria-hidden="true" className="max-sm:hidden">
        <Shortcut keys="Mod+K" />
      </span>
    </button>
  )
}
