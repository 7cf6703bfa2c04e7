// The operator's command line: npm run portal -- help. It reads the same environment as the portal, or .env
// beside package.json.
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const file = join(import.meta.dirname, '..', '.env')
if (existsSync(file)) process.loadEnvFile(file)
// The portal's log is not for the terminal; errors are printed as messages.
process.env['LOG_LEVEL'] = 'error'

// Imported now, because the log reads its level when it is loaded.
const { run } = await import('./portal/run.ts')
process.exit(await run(process.argv.slice(2)))
