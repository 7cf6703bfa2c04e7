// Starts the portal that `next build` made: node scripts/serve/main.ts <folder with its server.js>. Used by
// everything that runs a portal: `npm start`, the container, the demo, the tests.
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { serveWithRequestContext } from './http-server.ts'
import { writeJsonOnly } from './json-output.ts'

writeJsonOnly()
serveWithRequestContext()
try {
  await import(pathToFileURL(join(resolve(process.argv[2] ?? '.'), 'server.js')).href)
} catch (error) {
  console.error(error)
  process.exit(1)
}
