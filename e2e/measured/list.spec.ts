import { expect, test } from '../fixtures.ts'
import { clickToRows, keysToRows, nodes } from '../support/timing.ts'
import { CAMPUS, VILLAGE, filter, findInTree } from '../support/wholesale.ts'

test.use({ worldName: 'large' })

const whole = (ms: number): string => `${Math.round(ms)} ms`

test('20,000 devices are paged by the server: few nodes, every page by its link, the filter answered whole', async ({
  signedIn: page,
}) => {
  await findInTree(page, CAMPUS)
  const opened = await clickToRows(page, CAMPUS)
  await expect(page.getByText('1–50 of 20,000')).toBeVisible()
  // Their registrations are more than an answer may hold; who is there is known all the same.
  await expect(page.getByText(/^1\d,\d{3} of 20,000 registered$/)).toBeVisible()
  await expect(page.locator('[data-row]')).toHaveCount(50)
  const count = await nodes(page)
  expect(count).toBeLessThan(3000)
  const account = new URL(page.url()).pathname

  await expect(page.getByRole('link', { name: 'All on one page' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Next' }).click()
  await expect(page.getByText('51–100 of 20,000')).toBeVisible()
  await page.goto(`${account}?page=400`)
  await expect(page.getByText('19,951–20,000 of 20,000')).toBeVisible()
  // Too long to be handed over: asking for all of it shows its first page.
  await page.goto(`${account}?page=all`)
  await expect(page.getByText('1–50 of 20,000')).toBeVisible()
  expect(await nodes(page)).toBeLessThan(3000)

  const [key] = await keysToRows(page, ['a'])
  await expect(page.getByText(/^[\d,]+ of 20,000 match$/)).toBeVisible()
  await expect(page).toHaveURL(/\?page=all&q=a|\?q=a/)
  console.log(
    `20,000 devices: ${whole(opened.ms)} from click to rows, longest task ${whole(opened.longest)}, ${count} nodes, a filter key ${whole(key ?? Number.NaN)} (180 of them are the pause)`,
  )
})

test('2,000 devices: opened, filtered by key and shown on one page within their budgets', async ({
  signedIn: page,
}) => {
  await findInTree(page, VILLAGE)
  const opened = await clickToRows(page, VILLAGE)
  await expect(page.getByText('1–50 of 2,000')).toBeVisible()
  const asked = page.waitForResponse((response) => response.request().method() === 'POST')
  await filter(page).focus()
  await asked
  await page.waitForTimeout(1000)
  const paged = await keysToRows(page, ['a', 'n', 'Backspace', 'Backspace'])

  const sent: string[] = []
  await expect(page).toHaveURL(/[^?]$/)
  await page.getByRole('link', { name: 'All on one page' }).click()
  await expect(page).toHaveURL(/\?page=all$/)
  await expect(page.getByText('1–2,000 of 2,000')).toBeVisible()
  page.on('request', (request) => void sent.push(request.url()))
  const count = await nodes(page)
  expect(count).toBeLessThan(3000)
  const all = await keysToRows(page, ['e', 'r', 'Backspace', 'Backspace'])
  expect(await nodes(page)).toBeLessThan(3000)
  console.log(
    `2,000 devices: ${whole(opened.ms)} from click to rows, longest task ${whole(opened.longest)}; on one page ${count} nodes; filter keys ${[...paged, ...all].map(whole).join(', ')}`,
  )
  // The browser itself looks at the icon whenever the address changes.
  expect(sent.filter((url) => !url.includes('/brand-images/mark.svg'))).toEqual([])
  const took = [...paged, ...all].toSorted((a, b) => a - b)
  expect(took[took.length >> 1]).toBeLessThan(50)
})
