// Any two colours of a reseller give readable text.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { BACKGROUNDS, brandColours, themeTokens } from './brand-colours.ts'
import { contrast, toHex, toLch } from './colour.ts'

const colour = integer({ min: 0, max: 0xffffff }).map((rgb) => `#${rgb.toString(16).padStart(6, '0')}`)
const THEMES = ['light', 'dark'] as const

test('any two colours give text of 4.5 to 1 and fills of 3 to 1, in the light and the dark theme', () => {
  assert(
    property(colour, colour, (primary, accent) => {
      for (const theme of THEMES) {
        const tokens = themeTokens({ primary, accent }, theme)
        expect(contrast(tokens['--on-accent'], tokens['--accent'])).toBeGreaterThanOrEqual(4.5)
        expect(contrast(tokens['--on-accent'], tokens['--accent-deep'])).toBeGreaterThanOrEqual(4.5)
        for (const behind of [...BACKGROUNDS[theme], tokens['--accent-soft']])
          expect(contrast(tokens['--accent-ink'], behind)).toBeGreaterThanOrEqual(4.5)
        for (const behind of BACKGROUNDS[theme])
          expect(contrast(tokens['--accent'], behind)).toBeGreaterThanOrEqual(3)
      }
    }),
    { numRuns: 500 },
  )
})

test('a colour with enough contrast stays unchanged, and is not reported', () => {
  const { properties, adjusted } = brandColours({ primary: '#0b5fa5', accent: '#0b5fa5' })
  expect(properties['--accent']).toMatch(/^light-dark\(#0b5fa5, /)
  expect(adjusted.filter(({ theme }) => theme === 'light')).toEqual([])
})

test('a colour without enough contrast keeps its hue, and the change is reported', () => {
  const { adjusted } = brandColours({ primary: '#ffe600', accent: '#ffe600' })
  const [fill] = adjusted
  expect(fill).toMatchObject({ theme: 'light', colour: 'primary', from: '#ffe600' })
  expect(adjusted.map(({ theme, colour: which }) => `${theme} ${which}`)).toEqual([
    'light primary',
    'light accent',
  ])
  expect(Math.abs(toLch(fill?.to ?? '').h - toLch('#ffe600').h)).toBeLessThan(0.1)
})

test('chosen dark colours replace the calculated ones, and are adjusted too', () => {
  const day = { primary: '#0b5fa5', accent: '#0b5fa5' }
  const { adjusted, properties } = brandColours({ ...day, dark: { primary: '#101418', accent: '#7cc4ff' } })
  expect(properties['--accent-ink']).toMatch(/, #7cc4ff\)$/)
  expect(adjusted.map(({ theme, colour: which, from }) => `${theme} ${which} ${from}`)).toEqual([
    'dark primary #101418',
  ])
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
