// What people type or paste reaches Kazoo as Kazoo keeps it.
import { expect, test } from 'vitest'
import { accountEdit } from '../../../lib/actions/account-input.ts'
import { userEdit } from '../../../lib/actions/user-input.ts'
import { editAccount } from '../../../lib/domain/account/edit.ts'
import { findAccount } from '../../../lib/domain/account/find.ts'
import { editUser } from '../../../lib/domain/user/edit.ts'
import { findUser } from '../../../lib/domain/user/find.ts'
import { readForm } from '../../../lib/views/form-check.ts'
import { userWithBox } from '../../user-with-box.ts'
import type { Reseller } from './reseller.ts'

/** Forms as they are posted, with one field typed. */
export function describeTypedValues(reseller: Reseller): void {
  const sent = async () => (await reseller.world.writes()).map(({ body }) => body)

  test.each([
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['America/Argentina/ComodRivadavia', 'America/Argentina/ComodRivadavia'],
    ['EST5EDT', 'EST5EDT'],
    ['UTC', 'Etc/UTC'],
    ['inherit', 'inherit'],
  ])('an account in the time zone %s is stored in %s', async (timezone, stored) => {
    const { viewer, account, world } = reseller
    const { account: draft } = await findAccount(viewer, account.id, 'account.read')
    const { name, realm } = draft
    const shown = { name, realm, timezone: draft.timezone, enabled: 'on' }
    await world.simulator.clearRequests()
    const read = readForm(accountEdit, posted(shown, { account: account.id, timezone }))
    if (!read.ok) throw new Error(JSON.stringify(read.faults))
    const { account: id, initialValues, ...typed } = read.value
    await editAccount(viewer, id, { typed, initialValues })
    expect(await sent()).toEqual([{ data: { timezone: stored, enabled: true } }])
    expect((await findAccount(viewer, account.id, 'account.read')).account.timezone).toBe(stored)
  })

  test.each(['Europe/Kyiv', 'Etc/GMT+5', 'UTC', 'inherit'])(
    'a user in the time zone %s is stored in it',
    async (timezone) => {
      const { viewer, account, world } = reseller
      const { owner } = await userWithBox(viewer, account.id, `43${++mailboxes}`)
      const { text } = (await findUser(viewer, owner)).user
      await world.simulator.clearRequests()
      const read = readForm(userEdit, posted(text, { user: owner, timezone }))
      if (!read.ok) throw new Error(JSON.stringify(read.faults))
      const { user: id, initialValues, hotdeskPin, ...typed } = read.value
      await editUser(viewer, id, { typed, initialValues, hotdeskPin })
      expect(await sent()).toEqual([{ data: { timezone } }])
    },
  )
}

let mailboxes = 0

/** The post of a form that was filled with `text`, after `change` was typed. */
function posted(text: Record<string, string>, change: Record<string, string>): FormData {
  const form = new FormData()
  // A browser does not post a switch that is off.
  for (const [name, value] of Object.entries({ ...text, ...change })) if (value !== '') form.set(name, value)
  form.set('initialValues', JSON.stringify(text))
  return form
}
