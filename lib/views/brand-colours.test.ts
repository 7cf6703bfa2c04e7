// Any two colours of a reseller give readable text.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { BACKGROUNDS, brandColours, themeTokens } from './brand-colours.ts'
import { freshBrand } from '../domain/brand/present.ts'
import { adjustedColours } from './brand.ts'
import { contrast, toHex, toLch } from './colour.ts'

const colour = integer({ min: 0, max: 0xffffff }).map((rgb) => `#${rgb.toString(16).padStart(6, '0')}`)
const THEMES = ['light', 'dark'] as const

test('any two colours give text of 4.5 to 1 and edges of 3 to 1, and fills are the colour itself, in both themes', () => {
  assert(
    property(colour, colour, (primary, accent) => {
      for (const theme of THEMES) {
        const tokens = themeTokens({ primary, accent }, theme)
        expect(tokens['--accent']).toBe(primary)
        expect(contrast(tokens['--on-accent'], primary)).toBeGreaterThanOrEqual(4.5)
        expect(contrast(tokens['--on-accent'], tokens['--accent-deep'])).toBeGreaterThanOrEqual(4.5)
        for (const behind of [...BACKGROUNDS[theme], tokens['--accent-soft']])
          expect(contrast(tokens['--accent-ink'], behind)).toBeGreaterThanOrEqual(4.5)
        for (const behind of BACKGROUNDS[theme])
          expect(contrast(tokens['--accent-edge'], behind)).toBeGreaterThanOrEqual(3)
      }
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['#ffdd00', '#0b1215'],
  ['#ffffff', '#0b1215'],
  ['#005f78', '#ffffff'],
  ['#050505', '#ffffff'],
  ['#777777', '#000000'],
])('a button of %s keeps its colour, and its text is %s', (primary, text) => {
  for (const theme of THEMES) {
    const tokens = themeTokens({ primary, accent: primary }, theme)
    expect([tokens['--accent'], tokens['--on-accent']]).toEqual([primary, text])
  }
})

test('a colour with enough contrast stays unchanged, and is not reported', () => {
  const { properties, adjusted } = brandColours({ primary: '#0b5fa5', accent: '#0b5fa5' })
  expect(properties['--accent']).toBe('light-dark(#0b5fa5, #0b5fa5)')
  expect(properties['--accent-ink']).toMatch(/^light-dark\(#0b5fa5, /)
  expect(adjusted).toEqual([])
})

test('links without enough contrast keep their hue, and the change is reported; a fill never is', () => {
  const { adjusted } = brandColours({ primary: '#ffe600', accent: '#ffe600' })
  expect(adjusted.map(({ theme, from }) => [theme, from])).toEqual([['light', '#ffe600']])
  expect(Math.abs(toLch(adjusted[0]?.to ?? '').h - toLch('#ffe600').h)).toBeLessThan(0.1)
  expect(brandColours({ primary: '#ffe600', accent: '#0b5fa5' }).adjusted).toEqual([])
})

test('chosen dark colours replace the calculated ones, and their links are adjusted too', () => {
  const day = { primary: '#0b5fa5', accent: '#0b5fa5' }
  const chosen = (accent: string) => brandColours({ ...day, dark: { primary: '#101418', accent } })
  expect(chosen('#7cc4ff').properties['--accent-ink']).toMatch(/, #7cc4ff\)$/)
  expect(chosen('#7cc4ff').properties['--accent']).toBe('light-dark(#0b5fa5, #101418)')
  expect(chosen('#7cc4ff').adjusted).toEqual([])
  expect(chosen('#101418').adjusted.map(({ theme, from }) => [theme, from])).toEqual([['dark', '#101418']])
})

test("the portal's own colours, from which every brand starts, are never adjusted", () => {
  const { text } = freshBrand('Acme')
  expect(adjustedColours(text)?.adjusted).toEqual([])
  expect(adjustedColours({ ...text, darkColours: 'chosen' })?.adjusted).toEqual([])
})

test('a text that is no colour is refused', () => {
  for (const text of ['', 'red', '#fff', '#12345g', 'url(x)', '#000000;'])
    expect(() => brandColours({ primary: text, accent: '#000000' }), text).toThrow(RangeError)
})

test('the backgrounds of the calculation are those of the style sheet', () => {
  const css = readFileSync(join(import.meta.dirname, '../../app/globals.css'), 'utf8')
  for (const token of ['canvas', 'surface', 'raised', 'sunken', 'hover']) {
    const [, ...pair] =
      new RegExp(`--${token}: light-dark\\(oklch\\(([^)]*)\\), oklch\\(([^)]*)\\)\\)`).exec(css) ?? []
    expect(pair.length, token).toBe(2)
    pair.forEach((words, at) => {
      const [l = 0, c = 0, h = 0] = words.split(' ').map(Number)
      const hex = toHex({ l, c, h: (h * Math.PI) / 180 })
      const theme = THEMES[at] ?? 'light'
      const [one, other] = BACKGROUNDS[theme].map((edge) => contrast(edge, '#000000'))
      const seen = contrast(hex, '#000000')
      expect(seen, `${token} ${hex}`).toBeLessThanOrEqual(Math.max(one ?? 0, other ?? 0) + 0.01)
      expect(seen, `${token} ${hex}`).toBeGreaterThanOrEqual(Math.min(one ?? 0, other ?? 0) - 0.01)
    })
  }
})

test('to OKLCH and back is the same colour', () => {
  assert(
    property(colour, (hex) => {
      expect(toHex(toLch(hex))).toBe(hex)
    }),
  )
})
