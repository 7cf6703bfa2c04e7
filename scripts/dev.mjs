// `npm run dev`: installs what is missing, then runs scripts/dev.ts under Node 24.
import { handOver } from './hand-over.mjs'

await handOver('dev.ts', { browser: false })
