// The user list with very many users.
import { expect, test } from 'vitest'
import { z } from 'zod'
import { path } from '../../../lib/kazoo/client.ts'
import { resolve } from '../../../lib/session/proxy-ids.ts'
import { grantOf } from '../../../lib/domain/grant.ts'
import { findAccountWithUsers, listEveryUser } from '../../../lib/domain/user/list.ts'
import { FIRST, type Users } from './users.ts'

/** The user list, page by page. */
export function describeListingUsers(people: Users): void {
  /** Many users at once, named by their number. */
  const crowd = async (count: number) => {
    const home = await resolve(people.viewer.session, 'account', people.account.id)
    const { kazoo: client } = grantOf(people.viewer)
    const numbers = Array.from({ length: count }, (_, at) => at + 1)
    const make = async () => {
      for (let at = numbers.pop(); at !== undefined; at = numbers.pop()) {
        const named = { first_name: 'Crowd', last_name: String(at), presence_id: String(100_000 + at) }
        await client.create(path`/accounts/${home}/users`, named, z.unknown())
      }
    }
    await Promise.all(Array.from({ length: 10 }, make))
  }

  test('2,000 users and more: each page has its fifty, filtered and in order, and all are counted', async () => {
    await crowd(2_050)
    const { users } = await findAccountWithUsers(people.viewer, people.account.id, {
      ...FIRST,
      text: 'crowd',
      page: 41,
    })
    expect(users).toMatchObject({ matching: 2_050, pages: 41 })
    expect(users.rows).toHaveLength(50)
    expect(users.rows.at(-1)?.name).toBe('Crowd 2050')
    const down = await findAccountWithUsers(people.viewer, people.account.id, {
      ...FIRST,
      text: 'crowd',
      sort: 'extension',
      descending: true,
    })
    expect(down.users.rows[0]?.extension).toBe('102050')
    expect(await listEveryUser(people.viewer, people.account.id)).toBeNull()
  })
}
