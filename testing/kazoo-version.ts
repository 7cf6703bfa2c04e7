// The Kazoo version of the current vitest project (vitest.config.ts): specs named `*.kazoo.test.ts` run once
// for each.
import { inject } from 'vitest'
import type { KazooVersion } from '../scripts/services/simulator.ts'

declare module 'vitest' {
  interface ProvidedContext {
    kazoo: KazooVersion
  }
}

export const KAZOO: KazooVersion = inject('kazoo')
