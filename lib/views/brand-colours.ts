// Computes the design tokens of a brand's two colours. Fills stay as they are and their text is chosen; links
// and thin marks change as far as contrast requires (WCAG 2.2, 1.4.3 and 1.4.11).
import { contrast, toHex, toLch } from './colour.ts'

type Pair = { primary: string; accent: string }

/**
 * The two colours of a brand, as `#rrggbb`: `primary` fills buttons and marks, `accent` is links, icons and
 * the focus ring. `dark`: those of the dark theme, if chosen; otherwise they are calculated.
 */
export type BrandColours = Pair & { dark?: Pair | null }

export type ThemeName = 'light' | 'dark'
export type BrandToken =
  | '--accent'
  | '--accent-deep'
  | '--accent-edge'
  | '--accent-ink'
  | '--accent-soft'
  | '--on-accent'

/** An accent colour that links had to change, with its new value. */
export type Adjusted = { theme: ThemeName; from: string; to: string }

/**
 * The backgrounds of brand colours, by theme: the lightest and the darkest of canvas, surface, raised, sunken
 * and hover in `app/globals.css`. Enough contrast with both is enough for all.
 */
export const BACKGROUNDS: Readonly<Record<ThemeName, readonly [string, string]>> = {
  light: ['#ffffff', '#eef3f5'],
  dark: ['#0b0f12', '#20282c'],
}

const TEXT = 4.5
const GRAPHIC = 3
/** Text on a fill: the first that is readable. White or black is, on any colour. */
const ON = ['#ffffff', '#0b1215', '#000000'] as const
const STEP = 0.005
const HOVER_STEP = 0.065

/**
 * The custom properties for `style` of the frame, each a `light-dark()` pair, and the accent colours that
 * links had to change; calculated ones of the dark theme are nobody's choice, and not reported. Text on a
 * fill, links on every background and on their own tint have 4.5:1; edges of fills against every background
 * 3:1.
 * @throws RangeError for a colour that is not `#rrggbb`
 */
export function brandColours(brand: BrandColours): {
  properties: Record<BrandToken, string>
  adjusted: Adjusted[]
} {
  const light = themeTokens(brand, 'light')
  const dark = themeTokens(brand, 'dark')
  const pair = (token: BrandToken) => `light-dark(${light[token]}, ${dark[token]})`
  const choices = [
    { theme: 'light' as const, from: brand.accent, tokens: light },
    ...(brand.dark ? [{ theme: 'dark' as const, from: brand.dark.accent, tokens: dark }] : []),
  ]
  const adjusted = choices.flatMap(({ theme, from, tokens }): Adjusted[] => {
    const to = tokens['--accent-ink']
    return from.toLowerCase() === to ? [] : [{ theme, from: from.toLowerCase(), to }]
  })
  return {
    properties: {
      '--accent': pair('--accent'),
      '--accent-deep': pair('--accent-deep'),
      '--accent-edge': pair('--accent-edge'),
      '--accent-ink': pair('--accent-ink'),
      '--accent-soft': pair('--accent-soft'),
      '--on-accent': pair('--on-accent'),
    },
    adjusted,
  }
}

/** The tokens of one theme, as hex. */
export function themeTokens(brand: BrandColours, theme: ThemeName): Record<BrandToken, string> {
  const { primary, accent } = given(brand, theme)
  const backgrounds = BACKGROUNDS[theme]
  const fill = toHex(toLch(primary))
  const on = ON.find((text) => contrast(text, fill) >= TEXT) ?? ON[0]
  const edge = nearest(fill, (hex) => backgrounds.every((behind) => contrast(hex, behind) >= GRAPHIC))
  const soft = tint(accent, theme)
  const ink = nearest(accent, (hex) =>
    [...backgrounds, soft].every((behind) => contrast(hex, behind) >= TEXT),
  )
  return {
    '--accent': fill,
    '--accent-deep': hoverFill(fill, on),
    '--accent-edge': edge,
    '--accent-ink': ink,
    '--accent-soft': soft,
    '--on-accent': on,
  }
}

function given(brand: BrandColours, theme: ThemeName): Pair {
  return theme === 'dark' ? (brand.dark ?? brand) : brand
}

/** The colour itself if it passes, else the one of its hue with the nearest lightness that does. */
function nearest(hex: string, does: (hex: string) => boolean): string {
  const within = toHex(toLch(hex))
  if (does(hex.toLowerCase())) return hex.toLowerCase()
  const { l, c, h } = toLch(within)
  for (let away = STEP; away <= 1; away += STEP) {
    for (const lightness of [l - away, l + away]) {
      const candidate = toHex({ l: Math.min(Math.max(lightness, 0), 1), c, h })
      if (does(candidate)) return candidate
    }
  }
  return hex
}

/** The hover colour of a fill: darker, or lighter where its text would not be readable on that. */
function hoverFill(fill: string, on: string): string {
  const { l, c, h } = toLch(fill)
  const steps = [l - HOVER_STEP, l + HOVER_STEP].filter((lightness) => lightness >= 0 && lightness <= 1)
  const candidates = steps.map((lightness) => toHex({ l: lightness, c, h }))
  return candidates.find((hex) => contrast(on, hex) >= TEXT) ?? fill
}

/** A faint tint of the colour, for selections and quiet marks. */
function tint(hex: string, theme: ThemeName): string {
  const { c, h } = toLch(hex)
  return theme === 'light'
    ? toHex({ l: 0.95, c: Math.min(c, 0.03), h })
    : toHex({ l: 0.29, c: Math.min(c, 0.045), h })
}
