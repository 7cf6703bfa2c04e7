// `npm test`: installs what is missing, then runs scripts/test.ts under Node 24.
import { handOver } from './hand-over.mjs'

const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : 'e2e'
await handOver('test.ts', { browser: only === 'e2e' || only === 'timed' })
