import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { z } from 'zod'

const LOG = fileURLToPath(new URL('log.ts', import.meta.url))
const SEALED = fileURLToPath(new URL('sealed.ts', import.meta.url))

/** The log lines of a process that runs `code`. */
function lines(code: string): Record<string, unknown>[] {
  const program = `import { log } from ${JSON.stringify(LOG)}; import { seal } from ${JSON.stringify(SEALED)}; ${code}`
  const args = ['--conditions=react-server', '--input-type=module', '--eval', program]
  const { stdout } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, LOG_LEVEL: 'debug' },
  })
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => z.record(z.string(), z.unknown()).parse(JSON.parse(line)))
}

const id = randomBytes(16).toString('hex')

test('a line is JSON with level, event and fields', () => {
  const [line] = lines(`log.info('device saved', { reference: 'abc', ms: 12, ok: true })`)
  expect(line).toMatchObject({ level: 'info', event: 'device saved', reference: 'abc', ms: 12, ok: true })
})

test('security row 20: a name with line breaks stays one line and cannot forge another', () => {
  const forged = 'Ada\n{"level":"info","event":"signed in"}\r\nx\u2028y'
  const written = lines(`log.warn('renamed', { name: ${JSON.stringify(forged)} })`)
  expect(written).toHaveLength(1)
  expect(written[0]).toMatchObject({ name: forged })
})

test('secrets are redacted by key and by value, at any depth, in errors, their causes, and in keys', () => {
  const token = `eyJ${randomBytes(20).toString('base64url')}.${randomBytes(20).toString('base64url')}.${randomBytes(20).toString('base64url')}`
  const written = JSON.stringify(
    lines(`
      log.error('all', {
        sealed: seal('plain-secret'), password: 'by-key-1', auth_token: 'by-key-2', nested: { apiKey: 'by-key-3', list: ['${id}', { cookie: 'by-key-4' }] },
        ['${id}']: 1, url: 'https://kazoo/v2/accounts/${id}/devices', text: 'token ${token} given', database: 'postgres://portal:by-value@db/x',
        error: new Error('no ${id}', { cause: new Error('because ${token}') }),
      })
      log.info('event with ${id}')`),
  )
  for (const secret of [
    'plain-secret',
    'by-key-1',
    'by-key-2',
    'by-key-3',
    'by-key-4',
    'by-value',
    id,
    token,
  ]) {
    expect(written).not.toContain(secret)
  }
  expect(written).toContain('[sealed]')
  expect(written).toContain('because [redacted]')
})

test('a field that cannot be serialized does not prevent the line', () => {
  const [line] = lines(
    `const round = {}; round.round = round; log.info('odd', { round, big: 10n, fn() {}, nothing: undefined })`,
  )
  expect(line).toMatchObject({ event: 'odd', big: '10' })
})
