import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataFolder, ROOT } from '../services/paths.ts'
import type { Fault } from './fault.ts'
import { importFaults } from './import-map.ts'
import { sourcesOf } from './sources.ts'

/** Violations to plant: the file, its first line, and the rule that must refuse it. */
const PLANTS = [
  [
    'components/planted-type.tsx',
    "import type { DeviceRef } from '../lib/kazoo/ids.ts'",
    'components-reach-only-views',
  ],
  [
    'components/planted-detour.tsx',
    "import type { Planted } from './planted-type.tsx'",
    'components-reach-only-views',
  ],
  [
    'components/planted-action.tsx',
    "import { planted } from '../lib/actions/planted.ts'",
    'components-know-views',
  ],
  [
    'components/ui/planted-feature.tsx',
    "import { DeviceFrame } from '../devices/device-frame.tsx'",
    'ui-imports-no-feature',
  ],
  [
    'components/ui/planted-view.tsx',
    "import type { DeviceRow } from '../../lib/views/device.ts'",
    'ui-imports-no-feature',
  ],
  ['components/planted-sample.tsx', "import { GROUPS } from './gallery/screen-names.ts'", 'gallery-alone'],
  ['components/planted-zod.tsx', "import { z } from 'zod'", 'no-wire-in-components'],
  ['lib/views/planted-zod.ts', "import { z } from 'zod'", 'no-wire-in-components'],
  ['lib/views/planted.ts', "import type { Sealed } from '../sealed.ts'", 'views-import-nothing'],
  ['app/planted/page.tsx', "import type { DeviceRef } from '../../lib/kazoo/ids.ts'", 'app-asks-the-domain'],
  [
    'app/planted/record.tsx',
    "import { loadSession } from '../../lib/session/record.ts'",
    'app-asks-the-domain',
  ],
  ['lib/actions/planted.ts', "import type { DeviceRef } from '../kazoo/ids.ts'", 'actions-are-thin'],
  ['lib/web/planted.ts', "import type { DeviceRef } from '../kazoo/ids.ts'", 'web-meets-next'],
  ['lib/kazoo/planted.ts', "import type { Viewer } from '../session/viewer.ts'", 'kazoo-stands-alone'],
  ['lib/store/planted.ts', "import type { DeviceRef } from '../kazoo/ids.ts'", 'store-stands-alone'],
  ['lib/domain/planted.ts', "import { planted } from '../actions/planted.ts'", 'domain-above-its-neighbours'],
  ['lib/domain/planted-simulator.ts', "import { Clock } from '../../simulator/clock.ts'", 'portal-alone'],
  [
    'lib/domain/planted-spec.ts',
    "import { DOMAIN_CALLS } from '../../testing/domain-calls.ts'",
    'portal-alone',
  ],
  ['lib/domain/planted-tool.ts', "import fc from 'fast-check'", 'no-development-packages'],
  ['lib/domain/planted-circle.ts', "import { circle } from './planted-circle.ts'", 'no-circles'],
  [
    'simulator/planted.ts',
    "import type { DeviceRef } from '../lib/kazoo/ids.ts'",
    'simulator-is-independent',
  ],
  ['lib/planted.ts', "import { nothing } from './nowhere.ts'", 'nothing-missing'],
] as const

let copy: string
beforeAll(() => {
  copy = mkdtempSync(join(dataFolder('tmp'), 'fences-'))
  for (const name of [
    '.dependency-cruiser.cjs',
    'package.json',
    'app',
    'components',
    'lib',
    'simulator',
    'testing',
  ]) {
    const from = join(ROOT, name)
    if (existsSync(from)) cpSync(from, join(copy, name), { recursive: true })
  }
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

let faults: Fault[]
beforeAll(async () => {
  for (const [path, line] of PLANTS) {
    mkdirSync(dirname(join(copy, path)), { recursive: true })
    writeFileSync(join(copy, path), `${line}\nexport type Planted = 1\n`)
  }
  // A file that only the reader of sources needs.
  faults = await importFaults(copy, [...sourcesOf(copy), { path: 'lib/unread.ts', text: '' }])
})

test.each(PLANTS)('the import map refuses what is planted in %s', (path, _, rule) => {
  expect(faults.filter((fault) => fault.path === path).map(({ says }) => says)).toContainEqual(
    expect.stringContaining(`(${rule})`),
  )
})

test('a file that the cruiser does not read is a fault', () => {
  expect(faults).toContainEqual({ path: 'lib/unread.ts', says: 'was not read by the dependency cruiser' })
})

test('a sealed id does not compile where a component wants a proxy id or text', async () => {
  const fixture = join(import.meta.dirname, 'sealed-props.fixture.txt')
  const lines = readFileSync(fixture, 'utf8').split('\n')
  writeFileSync(join(copy, 'planted.tsx'), lines.join('\n'))
  const config = {
    extends: join(ROOT, 'tsconfig.json'),
    compilerOptions: { incremental: false },
    include: [],
    files: ['planted.tsx'],
  }
  writeFileSync(join(copy, 'tsconfig.json'), JSON.stringify(config))
  const message = await promisify(execFile)(
    process.execPath,
    [join(ROOT, 'node_modules/.bin/tsc'), '-p', '.', '--pretty', 'false'],
    {
      cwd: copy,
    },
  ).then(
    () => '',
    (error: unknown) => (error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error)),
  )
  const refused = [...message.matchAll(/^planted\.tsx\((\d+),/gm)].map(([, line]) => Number(line))
  const marked = lines.flatMap((line, index) => (line.includes('// refused') ? [index + 1] : []))
  expect(new Set(refused), message).toEqual(new Set(marked))
  expect(marked.length).toBeGreaterThan(3)
})
