import { configDefaults, defineConfig } from 'vitest/config'

/** What the machine decides as much as we do: run by hand (`npm run timed`). */
const TIMED = '**/*.timed.test.ts'
const timed = process.env['TIMED'] !== undefined

export default defineConfig({
  // `react-server`, so that `server-only` is the real fence here too, and not a stub.
  ssr: {
    resolve: {
      conditions: ['react-server', 'node', 'module', 'development|production'],
      externalConditions: ['react-server', 'node'],
    },
  },
  test: {
    environment: 'node',
    include: timed
      ? [TIMED]
      : [
          'lib/**/*.test.ts',
          'simulator/**/*.test.ts',
          'scripts/**/*.test.ts',
          'components/**/*.test.{ts,tsx}',
        ],
    exclude: [...configDefaults.exclude, ...(timed ? [] : [TIMED])],
    globalSetup: ['scripts/services/test-postgres.ts'],
    pool: 'forks',
    maxWorkers: 2,
    execArgv: ['--conditions=react-server', '--import=./scripts/services/react-for-mails.mjs'],
    // What the portal logs while it is tested is nobody's reading.
    env: { LOG_LEVEL: 'error' },
    // Generous: a busy machine is no fault of the code.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    unstubEnvs: true,
    reporters: ['default'],
  },
})
