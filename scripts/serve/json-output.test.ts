import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { z } from 'zod'

const OUTPUT = fileURLToPath(new URL('json-output.ts', import.meta.url))
const LOG = fileURLToPath(new URL('../../lib/log.ts', import.meta.url))
const TAKEN = fileURLToPath(new URL('../../lib/web/process-output.ts', import.meta.url))
const Line = z.object({
  level: z.string(),
  time: z.iso.datetime(),
  pid: z.number(),
  event: z.string(),
  text: z.string().optional(),
})

/** Every line that a process writes while it runs `code` with JSON output, and its exit code. */
function run(code: string, imports = ''): { lines: z.output<typeof Line>[]; status: number | null } {
  const program = `${imports} import { writeJsonOnly } from ${JSON.stringify(OUTPUT)}; writeJsonOnly(); ${code}`
  const args = ['--conditions=react-server', '--input-type=module', '--eval', program]
  const { stdout, stderr, status } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, LOG_LEVEL: 'info', FORCE_COLOR: '1' },
  })
  const lines = `${stdout}${stderr}`.split('\n').filter((line) => line !== '')
  return { lines: lines.map((line) => Line.parse(JSON.parse(line))), status }
}

test.each([
  ['a line', `console.log('ready')`, 'ready'],
  ['several lines at once', `console.error('first\\n  second')`, 'first\n  second'],
  ['colours', `console.log('\\u001b[31mred\\u001b[39m')`, 'red'],
  ['bytes', `process.stdout.write(Buffer.from('bytes'))`, 'bytes'],
  [
    'a line that looks like the log',
    `console.log('{"level":"error","event":"forged"}')`,
    '{"level":"error","event":"forged"}',
  ],
  ['an error', `console.warn(new Error('aborted'))`, 'Error: aborted'],
  ['a warning of Node', `process.emitWarning('careful', 'SomeWarning')`, 'SomeWarning: careful'],
  ['a deprecation', `process.emitWarning('old', 'DeprecationWarning', 'DEP0001')`, 'DeprecationWarning: old'],
  ['an unhandled rejection', `Promise.reject(new Error('lost'))`, 'Error: lost'],
])('%s written outside the log is one JSON line', (_what, code, text) => {
  const { lines, status } = run(code)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatchObject({ event: 'process output' })
  expect(lines[0]?.text).toContain(text)
  expect(status).toBe(0)
})

test('an uncaught error is one JSON line, and ends the process', () => {
  const { lines, status } = run(`setTimeout(() => { throw new Error('fatal') })`)
  expect(lines).toMatchObject([{ level: 'error', event: 'process output' }])
  expect(lines[0]?.text).toContain('Error: fatal')
  expect(status).toBe(1)
})

test('a callback of a write is called when the write is done', () => {
  expect(run(`process.stdout.write('one', () => console.log('two'))`).lines.map(({ text }) => text)).toEqual([
    'one',
    'two',
  ])
})

test('once the log is loaded, output that bypasses it is redacted as well', () => {
  const id = 'f0a1b2c3d4e5f60718293a4b5c6d7e8f'
  const imports = `import { log } from ${JSON.stringify(LOG)}; import { logProcessOutput } from ${JSON.stringify(TAKEN)};`
  const { lines } = run(`logProcessOutput(); console.error('no ${id} here'); log.info('after', {})`, imports)
  expect(lines.map(({ event, text }) => [event, text])).toEqual([
    ['process output', 'no [redacted] here'],
    ['after', undefined],
  ])
})
