// `npm run demo`: installs what is missing, then runs scripts/demo.ts under Node 24.
import { handOver } from './hand-over.mjs'

await handOver('demo.ts', { browser: false })
