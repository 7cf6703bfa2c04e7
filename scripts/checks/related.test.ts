import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { testFolder } from '../../testing/folder.ts'
import { changeIn, relatedTo } from './related.ts'

function write(root: string, files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(root, dirname(name)), { recursive: true })
    writeFileSync(join(root, name), content)
  }
}

const git = (root: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim()

function commit(root: string): string {
  git(root, 'add', '-A')
  git(root, 'commit', '-m', 'next')
  return git(root, 'rev-parse', 'HEAD')
}

/** A repository whose branch main has one commit with these files. */
function repository(files: Readonly<Record<string, string>>): { root: string; first: string } {
  const root = testFolder()
  git(root, 'init', '-b', 'main')
  write(root, { '.gitignore': 'ignored/\n', ...files })
  return { root, first: commit(root) }
}

test('on a branch, a change is everything since it left main, committed or not, without later changes of main', async () => {
  const { root, first } = repository({
    'a.ts': '1',
    'b.ts': '1',
    'c.ts': '1',
    'gone.ts': '1',
    'main.ts': '1',
  })
  git(root, 'checkout', '-b', 'topic')
  write(root, { 'a.ts': '2' })
  commit(root)
  git(root, 'checkout', 'main')
  write(root, { 'main.ts': '2' })
  commit(root)
  git(root, 'checkout', 'topic')
  write(root, { 'b.ts': '2', 'new name.ts': '1', 'ignored/d.ts': '1' })
  git(root, 'add', 'b.ts')
  write(root, { 'c.ts': '2' })
  rmSync(join(root, 'gone.ts'))
  expect(await changeIn(root)).toEqual({ base: first, files: ['a.ts', 'b.ts', 'c.ts', 'new name.ts'] })
})

test('on main, a change is everything not pushed, or without an upstream everything not committed', async () => {
  const { root, first } = repository({ 'a.ts': '1', 'b.ts': '1' })
  write(root, { 'a.ts': '2' })
  expect(await changeIn(root)).toEqual({ base: first, files: ['a.ts'] })
  const clone = join(testFolder(), 'clone')
  git(root, 'clone', root, clone)
  write(clone, { 'b.ts': '2' })
  commit(clone)
  write(clone, { 'c.ts': '1' })
  expect(await changeIn(clone)).toEqual({ base: first, files: ['b.ts', 'c.ts'] })
})

test('a folder that is not a checkout is an error', async () => {
  await expect(changeIn(testFolder())).rejects.toThrow('not a git repository')
})

const E2E = {
  'e2e/brand.spec.ts': "import { test } from './fixtures.ts'\nimport { dress } from './support/brand.ts'",
  'e2e/devices.spec.ts': "import { test } from './fixtures.ts'\nimport { noun } from './support/nouns.ts'",
  'e2e/mail.spec.ts': "import { test } from '@playwright/test'\nimport '../scripts/services/mail-catcher.ts'",
  'e2e/fixtures.ts': "export { test } from '@playwright/test'",
  'e2e/support/brand.ts': "import { noun } from './nouns.ts'\nimport type { Look } from './brand.ts'",
  'e2e/support/nouns.ts': '',
  'e2e/timed/list.spec.ts': '',
}

test.each([
  ['a test itself', ['e2e/brand.spec.ts'], ['brand']],
  ['a file that one test imports', ['e2e/support/brand.ts'], ['brand']],
  ['a file that tests import through another', ['e2e/support/nouns.ts'], ['brand', 'devices']],
  ['a file that all tests import', ['e2e/fixtures.ts'], ['brand', 'devices']],
  ['a service', ['scripts/services/mail-catcher.ts'], ['mail']],
  ['a file that no browser test imports', ['lib/domain/device/edit.ts'], []],
])('the browser tests for %s: %s', (_what, files, specs) => {
  const root = testFolder()
  write(root, E2E)
  expect(relatedTo(root, files).specs).toEqual(specs.map((name) => `e2e/${name}.spec.ts`))
})

test('pages and their parts are named as unseen, with the browser tests of that name', () => {
  const root = testFolder()
  write(root, E2E)
  const files = [
    'app/(portal)/devices/[device]/page.tsx',
    'components/brand/colours.tsx',
    'components/brand/colours.test.tsx',
    'e2e/brand.spec.ts',
    'lib/domain/brand/draw.ts',
    'proxy.ts',
  ]
  expect(relatedTo(root, files)).toEqual({
    specs: ['e2e/brand.spec.ts'],
    unseen: ['app/(portal)/devices/[device]/page.tsx', 'components/brand/colours.tsx', 'proxy.ts'],
    advised: ['e2e/devices.spec.ts'],
  })
})
