import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../services/paths.ts'
import { lockfileFaults } from './lockfile.ts'
import { testFolder } from '../../testing/folder.ts'

function faultsOf(packages: Record<string, object>): string[] {
  const file = join(testFolder(), 'package-lock.json')
  const next = { version: '16.4.5', integrity: 'sha512-x' }
  writeFileSync(file, JSON.stringify({ packages: { '': {}, 'node_modules/next': next, ...packages } }))
  return lockfileFaults(file).map(({ says }) => says)
}

test("the project's own lockfile is complete", () => {
  expect(lockfileFaults(join(ROOT, 'package-lock.json'))).toEqual([])
})

test.each([
  [
    'a native part that is not locked',
    { 'node_modules/a': { integrity: 'x', optionalDependencies: { 'a-arm': '1.0.0' } } },
    'a-arm',
  ],
  ['a package without integrity', { 'node_modules/a': { version: '1.0.0' } }, 'no integrity'],
  [
    'the host of a registry',
    { 'node_modules/a': { integrity: 'x', resolved: 'https://registry.example/a.tgz' } },
    'registry',
  ],
  [
    'a Next with known vulnerabilities',
    { 'node_modules/next': { version: '16.4.0', integrity: 'x' } },
    'older than 16.4.1',
  ],
])('it refuses %s', (_what, packages, says) => {
  expect(faultsOf(packages)).toEqual([expect.stringContaining(says)])
})

test.each(['16.4.1', '16.10.0', '17.0.0'])('next %s is new enough', (version) => {
  expect(faultsOf({ 'node_modules/next': { version, integrity: 'x' } })).toEqual([])
})
