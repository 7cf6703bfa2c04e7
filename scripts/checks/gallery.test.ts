// The gallery is not shipped (decision 261): an ordinary build does not have its pages, and nothing else
// reaches its samples.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { NextConfig } from 'next'
import { PHASE_PRODUCTION_BUILD } from 'next/constants.js'
import { afterEach, expect, test, vi } from 'vitest'
import { ROOT } from '../services/paths.ts'
import { galleryRoutes } from './gallery.ts'

const { default: configOf }: { default: (phase: string) => NextConfig } = await import(
  pathToFileURL(join(ROOT, 'next.config.js')).href
)

afterEach(() => vi.unstubAllEnvs())

test('an ordinary build treats only files named page.tsx and the like as pages', () => {
  vi.stubEnv('PORTAL_GALLERY', undefined)
  expect(configOf(PHASE_PRODUCTION_BUILD).pageExtensions).toEqual(['tsx', 'ts'])
  vi.stubEnv('PORTAL_GALLERY', '1')
  expect(configOf(PHASE_PRODUCTION_BUILD).pageExtensions).toEqual(['gallery.tsx', 'tsx', 'ts'])
})

test('every gallery file in app/ has another kind of name', () => {
  const files = readdirSync(join(ROOT, 'app/gallery'), { recursive: true, encoding: 'utf8' })
  const named = files.filter((name) => name.includes('.'))
  expect(named.length).toBeGreaterThan(2)
  expect(named.filter((name) => !/(?:^|\/)(?:page|layout)\.gallery\.tsx$/.test(name))).toEqual([])
})

test('every build that is shipped leaves the gallery out', () => {
  for (const file of ['package.json', 'Dockerfile', 'compose.yaml', '.env.example', 'scripts/demo.ts'])
    expect(readFileSync(join(ROOT, file), 'utf8'), file).not.toMatch(/gallery/i)
})

test('a route of the gallery among those of an ordinary build is found', () => {
  const types = 'type AppRoutes = "/" | "/gallery" | "/gallery/[screen]" | "/brand"'
  expect(galleryRoutes(types)).toEqual(['/gallery', '/gallery/[screen]'])
  expect(galleryRoutes('type AppRoutes = "/" | "/brand"')).toEqual([])
})
