import { expect, test } from 'vitest'
import { textFaults } from './text-fences.ts'

const good = [
  {
    path: 'lib/kazoo/client.ts',
    text: "// Calls.\nimport 'server-only'\nimport { unseal } from '../sealed.ts'\n",
  },
  { path: 'lib/views/ids.ts', text: '// Ids.\nexport const KINDS = []\n' },
  {
    path: 'lib/actions/devices.ts',
    text: "// What can be posted.\n'use server'\nimport { x } from '../domain/x.ts'\n",
  },
  { path: 'lib/domain/long.ts', text: "// One.\n// Two.\n\n/* Three. */\nimport 'server-only'\n" },
  { path: 'lib/actions/device-input.ts', text: "// Input.\nimport 'server-only'\nimport { z } from 'zod'\n" },
  { path: 'components/form.tsx', text: "'use client'\nexport const x = 1\n" },
  { path: 'app/error.tsx', text: "'use client'\n" },
  { path: 'app/(portal)/error.tsx', text: "'use client'\n" },
  { path: 'app/page.tsx', text: `// ${'a'.repeat(107)}\nexport const x = '${'a'.repeat(120)}'\n` },
  { path: 'lib/sealed.test.ts', text: "import { unseal } from './sealed.ts'\n" },
]

test('only a test may claim that a line does not compile', () => {
  const text = "// A.\nimport 'server-only'\n// @ts-expect-error An id is not text.\n"
  expect(textFaults([{ path: 'lib/kazoo/ids.test.ts', text }])).toEqual([])
  expect(textFaults([{ path: 'lib/kazoo/ids.ts', text }])).toHaveLength(1)
})

test('valid files break no fence', () => {
  expect(textFaults(good)).toEqual([])
})

test('a form that checks a text type further breaks no fence', () => {
  const text = '// A form.\nexport const rules = z.object({ name: text.pipe(\n  z\n    .string().max(3)) })\n'
  expect(textFaults([{ path: 'lib/views/x-form.ts', text }])).toEqual([])
})

test.each([
  [
    'a form takes any text',
    'lib/views/x-form.ts',
    '// A form.\nexport const rules = z.object({ name: z.string().max(3) })',
    'takes a bare',
  ],
  [
    'an action takes any text',
    'lib/actions/x.ts',
    "'use server'\nconst ask = readAction(z\n  .string(), find)",
    'takes a bare',
  ],
  [
    'a type is imported inline',
    'components/a.tsx',
    "type Ref = import('../lib/kazoo/ids.ts').DeviceRef",
    'names a type by',
  ],
  [
    'a module is imported inline',
    'components/a.tsx',
    "type Ids = typeof import('../lib/kazoo/ids.ts')",
    'names a type by',
  ],
  ['a page unseals a secret', 'app/page.tsx', "import { unseal } from '../lib/sealed.ts'", 'names `unseal`'],
  [
    'a domain function unseals a secret',
    'lib/domain/device.ts',
    "// A.\nimport 'server-only'\nconst open = unseal",
    'names `unseal`',
  ],
  [
    'a file imports all of the sealed module',
    'scripts/x.ts',
    "import * as box from '../lib/sealed.ts'",
    'takes all',
  ],
  [
    'a lib file lacks server-only',
    'lib/domain/device.ts',
    '// Devices.\nimport x from "y"\n',
    'begins neither',
  ],
  [
    'server-only comes second',
    'lib/log.ts',
    "// Log.\nimport x from 'y'\nimport 'server-only'\n",
    'begins neither',
  ],
  ['a lib file has no opening sentence', 'lib/log.ts', "import 'server-only'\n", 'no opening sentence'],
  ['a view imports server-only', 'lib/views/a.ts', "// A.\nimport 'server-only'\n", 'is a view'],
  ['a page says use client', 'app/page.tsx', "'use client'\n", "says 'use client'"],
  [
    'a page has an action of its own',
    'app/page.tsx',
    "async function act() {\n  'use server'\n}\n",
    "says 'use server'",
  ],
  [
    'a component has an action of its own',
    'components/a.tsx',
    "async function act() {\n  'use server'\n}\n",
    "says 'use server'",
  ],
  ['an action lacks use server', 'lib/actions/a.ts', "// A.\nimport 'server-only'\n", 'does not begin'],
  ['an input schema can be posted', 'lib/actions/a-input.ts', "'use server'\n", 'does not begin'],
  [
    'a check is switched off',
    'lib/log.ts',
    "// Log.\nimport 'server-only'\n// oxlint-disable\n",
    'switches a check off',
  ],
  ['a comment is wider than the code', 'e2e/a.spec.ts', `// ${'a'.repeat(108)}\n`, 'more than 110 columns'],
  [
    'a docstring is wider than the code',
    'app/page.tsx',
    `/**\n * ${'a'.repeat(108)}\n */\n`,
    'more than 110 columns',
  ],
  ['a test is skipped', 'e2e/a.spec.ts', "test.skip('x', () => {})\n", 'switches a check off'],
])('a fence bites when %s', (_what, path, text, says) => {
  const faults = textFaults([{ path, text }])
  expect(faults).toHaveLength(1)
  expect(faults[0]?.says).toContain(says)
})
