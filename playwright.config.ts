import { defineConfig } from '@playwright/test'
import { BROWSER } from './e2e/support/browser.ts'

/** What the machine decides as much as we do: run by hand, alone on the machine (`npm run timed`). */
const TIMED = '**/timed/**'

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/support/build.ts',
  // A test that passes at the second attempt has failed.
  retries: 0,
  forbidOnly: true,
  // Each worker has a portal, databases and a Kazoo of its own (e2e/fixtures.ts).
  workers: 2,
  projects: [
    { name: 'behaviour', testIgnore: TIMED },
    { name: 'timed', testMatch: TIMED, workers: 1 },
  ],
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: '.data/reports/playwright.json' }],
    ['./e2e/support/progress.ts'],
  ],
  outputDir: 'test-results',
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1280, height: 800 },
    // A trace costs a third of the time; whoever hunts a failure asks for it.
    trace: process.env['TRACE'] === undefined ? 'off' : 'retain-on-failure',
    launchOptions: BROWSER,
    // One window, emptied between tests: a new one takes as long as the pages in it.
    reuseContext: true,
    // What moves is drawn by the processor; tests that are about motion ask for it.
    contextOptions: { reducedMotion: 'reduce' },
  },
})
