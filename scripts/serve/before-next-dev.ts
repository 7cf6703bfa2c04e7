// Loaded into the processes of `next dev` before Next, so that requests are checked and logged as in
// production.
import { serveWithRequestContext } from './http-server.ts'

serveWithRequestContext()
// The server of `next dev` is a child of its command line, and would outlive it.
process.on('disconnect', () => process.exit(1))
