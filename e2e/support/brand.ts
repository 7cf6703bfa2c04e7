// Helpers of the brand tests: images, a host of the tenant's own, and a record of every frame.
import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { Client } from 'pg'
import sharp from 'sharp'
import type { TestEnvironment } from './test-environment.ts'

/** A PNG of one colour. */
export function pictureOf(width: number, height: number, background = '#0b3d91'): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 4, background } })
    .png()
    .toBuffer()
}

/** Gives the only tenant a proved domain that browsers reach on this machine. Returns its origin. */
export async function ownHost(world: TestEnvironment, name: string): Promise<string> {
  const client = new Client({ connectionString: world.databaseUrl })
  await client.connect()
  try {
    await client.query(
      `insert into domains (id, tenant, host, state, is_primary, proof, proved_at)
       select $1, id, $2, 'live', false, 'proof', now() from tenants
       on conflict (tenant, host) do nothing`,
      [randomUUID(), name],
    )
  } finally {
    await client.end()
  }
  return `http://${name}:${new URL(world.origin).port}`
}

export type Frames = { names: string[]; accents: string[]; shift: number }

declare global {
  interface Window {
    seenFrames?: { names: Set<string>; accents: Set<string>; shift: number }
  }
}

/** Records at every frame of every page from now on what it shows of the brand, and how much of it moved. */
export async function watchFrames(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = { names: new Set<string>(), accents: new Set<string>(), shift: 0 }
    window.seenFrames = seen
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if ('value' in entry) seen.shift += Number(entry.value)
    }).observe({ type: 'layout-shift', buffered: true })
    const note = () => {
      const main = document.querySelector('main')
      if (main !== null) {
        seen.names.add((main.querySelector('p')?.textContent ?? '').trim())
        seen.accents.add(getComputedStyle(document.documentElement).getPropertyValue('--accent').trim())
      }
      requestAnimationFrame(note)
    }
    note()
  })
}

/** The recorded frames. */
export async function framesOf(page: Page): Promise<Frames> {
  return page.evaluate(() => {
    const seen = window.seenFrames
    if (seen === undefined) throw new Error('nothing was recorded')
    return { names: [...seen.names], accents: [...seen.accents], shift: seen.shift }
  })
}
