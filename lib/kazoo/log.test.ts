import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { envelope, send, TestCrossbar } from '../../testing/kazoo/crossbar.ts'

const Line = z.looseObject({ event: z.string(), ms: z.number(), pid: z.number(), time: z.string() })
const here = (file: string) => JSON.stringify(fileURLToPath(new URL(file, import.meta.url)))

test('each call to a Crossbar leaves one line, with its ids blanked and none of its content', async () => {
  const server = await TestCrossbar.start((_request, response) =>
    send(
      response,
      server.heard.length === 1 ? 503 : 200,
      envelope({ name: 'CANARY-name', password: 'CANARY-pw' }),
    ),
  )
  const script = `
    import { z } from ${here('../../node_modules/zod/index.js')}
    import { seal } from ${here('../sealed.ts')}
    import { Kazoo, path } from ${here('./client.ts')}
    import { crossbarOrigin } from ${here('./origin.ts')}
    const text = 'http://127.0.0.1:${server.port}'
    const origin = crossbarOrigin(text, [{ origin: text, cidr: '127.0.0.0/8' }])
    const kazoo = new Kazoo({ origin, token: seal('CANARY.token.token'), renew: null, reference: 'reference-1', timeoutMs: 2000 })
    const at = path\`/accounts/\${seal('0123456789abcdef0123456789abcdef')}/devices\`
    await kazoo.one(at, z.looseObject({}), { filter_name: 'CANARY-query' })
    await kazoo.patch(at, { name: 'CANARY-body' }, z.looseObject({}))
    const other = 'http://127.0.0.1:1'
    const nowhere = new Kazoo({ origin: crossbarOrigin(other, [{ origin: other, cidr: '10.0.0.0/8' }]), token: null, renew: null, reference: 'reference-1', timeoutMs: 2000 })
    await nowhere.patch(at, {}, z.looseObject({})).catch(() => {})
    process.exit()`
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--conditions=react-server', '--input-type=module', '--eval', script],
    { env: { ...process.env, LOG_LEVEL: 'info' } },
  )
  await server.close()
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => Line.parse(JSON.parse(line)))
  // A process that exits writes its last line at once, perhaps before one that is still being written.
  expect(lines.map(({ method, status, attempt }) => [method, status, attempt].join(' ')).toSorted()).toEqual([
    'GET 200 2',
    'GET 503 1',
    'PATCH 200 1',
    'PATCH not connected 1',
  ])
  for (const line of lines) {
    expect(line).toMatchObject({
      level: 'info',
      event: 'kazoo',
      path: '/accounts/_/devices',
      reference: 'reference-1',
    })
  }
  expect(stdout).not.toMatch(/CANARY|0123456789abcdef|127\.0\.0\.1/)
})
