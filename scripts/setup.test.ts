import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packagesInstalled, setUp } from './setup.mjs'
import { testFolder } from '../testing/folder.ts'

type Entry = { version: string; optional?: true; os?: string[]; cpu?: string[]; libc?: string[] }

/** A project whose lockfile wants `wanted`, and where npm recorded that it put `installed`. */
function project(wanted: Record<string, Entry>, installed?: Record<string, Entry>): string {
  const root = testFolder()
  writeFileSync(
    join(root, 'package-lock.json'),
    JSON.stringify({ packages: { '': { version: '1.0.0' }, ...wanted } }),
  )
  if (installed) {
    mkdirSync(join(root, 'node_modules'))
    writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages: installed }))
  }
  return root
}

const next: Record<string, Entry> = { 'node_modules/next': { version: '16.4.5' } }
const foreign: Record<string, Entry> = {
  'node_modules/swc-other': { version: '1.0.0', optional: true, os: ['plan9'], cpu: ['mips'] },
}
const native: Record<string, Entry> = {
  'node_modules/swc-here': { version: '1.0.0', optional: true, os: [process.platform], cpu: [process.arch] },
}

test('set-up does nothing if everything is installed', () => {
  expect(setUp({ browser: true })).toEqual([])
})

test.each([
  ['nothing is installed', project(next), false],
  ['all is installed', project(next, next), true],
  ['a version differs', project(next, { 'node_modules/next': { version: '16.4.4' } }), false],
  ['a package is missing', project({ ...next, 'node_modules/pg': { version: '8.0.0' } }, next), false],
  ['a package is no longer needed', project({}, next), false],
  ['a native part of another system is not there', project({ ...next, ...foreign }, next), true],
  ['the native part of this system is not there', project({ ...next, ...native }, next), false],
])('when %s, npm has %s', (_when, root, installed) => {
  expect(packagesInstalled(root)).toBe(installed)
})
