import { configDefaults, defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

/** What the machine decides as much as we do: run by hand (`npm run timed`). */
const TIMED = '**/*.timed.test.ts'
/**
 * What holds on both versions of Kazoo: each runs in two projects, one for each version
 * (testing/kazoo-version.ts).
 */
const KAZOO = 'lib/**/*.kazoo.test.ts'
const timed = process.env['TIMED'] !== undefined

/** What all projects have in common. */
const COMMON = {
  environment: 'node',
  pool: 'forks',
  execArgv: ['--conditions=react-server', '--import=./scripts/services/react-for-mails.mjs'],
  // What the portal logs while it is tested is nobody's reading.
  env: { LOG_LEVEL: 'error' },
  // Generous: a busy machine is no fault of the code.
  testTimeout: 60_000,
  hookTimeout: 60_000,
  unstubEnvs: true,
} satisfies TestProjectInlineConfiguration['test']

const unit: TestProjectInlineConfiguration = {
  extends: true,
  test: {
    ...COMMON,
    name: 'unit',
    include: timed
      ? [TIMED]
      : [
          'lib/**/*.test.ts',
          'simulator/**/*.test.ts',
          'scripts/**/*.test.ts',
          'components/**/*.test.{ts,tsx}',
        ],
    exclude: [...configDefaults.exclude, KAZOO, ...(timed ? [] : [TIMED])],
  },
}

const onKazoo = (kazoo: '4.3' | '5.0'): TestProjectInlineConfiguration => ({
  extends: true,
  test: { ...COMMON, name: `kazoo-${kazoo}`, include: [KAZOO], provide: { kazoo } },
})

export default defineConfig({
  // `react-server`, so that `server-only` is the real fence here too, and not a stub.
  ssr: {
    resolve: {
      conditions: ['react-server', 'node', 'module', 'development|production'],
      externalConditions: ['react-server', 'node'],
    },
  },
  test: {
    globalSetup: ['testing/fresh-database.ts'],
    // Half of the time a test waits for a server, a process or a clock.
    maxWorkers: 4,
    reporters: ['default'],
    projects: timed ? [unit] : [unit, onKazoo('4.3'), onKazoo('5.0')],
  },
})
