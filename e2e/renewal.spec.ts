import { request } from 'undici'
import { expect, test } from './fixtures.ts'
import { cookieOf } from './support/send.ts'

// The job that settles events authenticates too, and other tests leave events without an outcome.
test.use({ apart: 'renewal' })

test('security row 15: fifty requests that meet an expired token at once, over two portal processes, cause one new authentication', async ({
  atHome: page,
  world,
}) => {
  const second = await world.secondPortal()
  const cookie = await cookieOf(page.context())
  const ask = async (url: string): Promise<number> => {
    const headers = { host: new URL(world.origin).host, cookie }
    const { statusCode, body } = await request(url, { headers })
    await body.dump()
    return statusCode
  }
  await Promise.all([ask(`${world.portal.url}/`), ask(`${second.url}/`)])
  await world.simulator.config({ buckets: false })
  await world.simulator.expireTokens()
  await world.simulator.clearRequests()
  const urls = Array.from({ length: 50 }, (_, at) => `${at % 2 === 0 ? world.portal.url : second.url}/`)
  const statuses = await Promise.all(urls.map(ask))
  expect(new Set(statuses)).toEqual(new Set([200]))
  const requests = await world.simulator.requests()
  expect(requests.filter(({ path }) => path.endsWith('/user_auth'))).toHaveLength(1)
  expect(requests.filter(({ status }) => status === 401).length).toBeGreaterThan(1)
})
