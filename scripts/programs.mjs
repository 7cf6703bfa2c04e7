// Finds programs of the system on PATH. Plain JavaScript, because it runs before anything is installed.
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Headless Chromium: the same engine for two thirds of the processor time. */
export const HEADLESS = 'chromium-headless-shell'
const BROWSERS = [HEADLESS, 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const MAC_BROWSERS = ['Chromium', 'Google Chrome'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
)

/** The path of `name` on PATH or in the usual folders for servers; null if it is missing. */
export function findProgram(name) {
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    '/usr/bin',
    '/usr/sbin',
    '/usr/local/bin',
    '/opt/homebrew/bin',
  ]
  return folders.map((folder) => join(folder, name)).find(isExecutable) ?? null
}

/**
 * A Chromium or Chrome of this system, preferably headless, or the one that CHROMIUM names; null if there is
 * none.
 */
export function findBrowser() {
  const named = process.env.CHROMIUM
  if (named) return isExecutable(named) ? named : findProgram(named)
  for (const name of BROWSERS) {
    const found = findProgram(name)
    if (found) return found
  }
  return MAC_BROWSERS.find(isExecutable) ?? null
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
