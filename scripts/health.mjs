// The health check of the container: requests the portal on this machine under its public name.
import { get } from 'node:http'

const { host } = new URL(process.env.PORTAL_ORIGIN ?? 'http://localhost:3000')
const request = get(
  { host: '127.0.0.1', port: process.env.PORT ?? '3000', path: '/sign-in', headers: { host }, timeout: 4000 },
  (answer) => {
    answer.resume()
    process.exit(answer.statusCode === 200 ? 0 : 1)
  },
)
request.on('timeout', () => process.exit(1))
request.on('error', () => process.exit(1))
