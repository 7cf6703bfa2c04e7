// `npm run demo`: installs what is missing, then hands over to scripts/demo.ts under Node 24.
import { handOver } from './hand-over.mjs'

await handOver('demo.ts', { browser: false })
