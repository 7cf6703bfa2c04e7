import type { Walk } from './walk.ts'

/** Missing resources, and a Kazoo that fails on every page. */
export async function visitFailures(
  { world, script, capture, go, submit, fill }: Walk,
  account: string,
  device: string,
): Promise<void> {
  for (const path of [
    '/devices/dev_AAAAAAAAAAAAAAAAAAAAAA',
    '/accounts/nonsense',
    '/nowhere',
    '/_next/nothing',
  ])
    await go(path)
  for (const fault of FAULTS) {
    await go(`${device}/settings`)
    await world.simulator.fault({ pattern: '/v2/accounts/**', fault })
    await fill({ name: `Under fire ${fault.kind} ${fault.status ?? ''}` })
    await submit('Save changes')
    await capture()
    // A requested page is the same with script, and slower.
    for (const path of script ? [] : ['/', account, device]) await go(path)
    await world.simulator.clearFaults()
  }
  await world.simulator.fault({
    pattern: '/v2/accounts/**',
    methods: ['PATCH'],
    fault: { kind: 'status', status: 403 },
  })
  await go(`${device}/settings`)
  await fill({ name: 'Refused' })
  await submit('Save changes')
  await capture()
  await world.simulator.clearFaults()
}

/** Kazoo's worst faults, except those that only cost time. */
const FAULTS = [
  { kind: 'status', status: 502 },
  { kind: 'status', status: 404 },
  { kind: 'error-envelope', status: 403 },
  { kind: 'wrong-json' },
  { kind: 'proto' },
  { kind: 'duplicate-keys' },
  { kind: 'headers', which: 'crlf' },
]
