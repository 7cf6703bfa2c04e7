import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { adjustedColours, type BrandText } from '../../lib/views/brand.ts'
import { BACKGROUNDS } from '../../lib/views/brand-colours.ts'
import { contrast } from '../../lib/views/colour.ts'
import { Notice } from '../ui/notice.tsx'

const PAPER = { light: '#ffffff', dark: BACKGROUNDS.dark[1] } as const

/** Says which accent colours links change for contrast, and why. Fills keep theirs. */
export function AdjustedColours({ text }: { text: BrandText }): ReactNode {
  const t = useTranslations('brand.look')
  const colours = adjustedColours(text)
  if (colours === null) return null
  const { adjusted } = colours
  if (adjusted.length === 0) {
    return <p className="text-xs text-ink-soft">{t('clear')}</p>
  }
  return (
    <Notice tone="info" title={t('adjusted')}>
      <ul className="space-y-1.5">
        {adjusted.map(({ theme, from, to }) => (
          <li key={theme} className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
            <ColourSwatch colour={from} />
            <ColourSwatch colour={to} />
            <span className="min-w-0 flex-1 basis-48">
              {t(`became.${theme}`, {
                from,
                to,
                had: shown(contrast(from, PAPER[theme])),
                has: shown(contrast(to, PAPER[theme])),
              })}
            </span>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

export function ColourSwatch({ colour }: { colour: string }): ReactNode {
  return (
    <span
      aria-hidden="true"
      style={{ backgroundColor: colour }}
      className="inline-block size-4 shrink-0 rounded-sm border border-line forced-color-adjust-none"
    />
  )
}

/** Contrast to one digit, rounded down. */
function shown(ratio: number): number {
  return Math.floor(ratio * 10) / 10
}
