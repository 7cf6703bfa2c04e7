// Refused edits, and their messages.
import { expect, test } from 'vitest'
import { Rejected } from '../../../lib/errors.ts'
import { readForm } from '../../../lib/views/form-check.ts'
import { userEditRules } from '../../../lib/views/user-form.ts'
import type { Users } from './users.ts'

/** Edits that are refused at their field, or because of a concurrent change. */
export function describeRefusedEdits(people: Users): void {
  const { newUser, shown, edit, sent } = people

  test('bad input is refused at its field before Kazoo gets a request, and by Kazoo where only Kazoo can check it', async () => {
    const bad: Record<string, string> = {
      firstName: '',
      lastName: 'x'.repeat(129),
      email: 'nobody',
      timezone: 'Mars/Olympus',
      language: 'not a language',
      extension: '10 01',
      hotdeskId: '12x',
      hotdeskPin: '12',
      internalRingtone: 'x'.repeat(257),
      forwardNumber: 'home',
      internalName: 'x'.repeat(36),
      externalNumber: '<sip:x>',
    }
    for (const [field, typed] of Object.entries(bad)) {
      const form = new FormData()
      for (const [name, value] of Object.entries({ firstName: 'A', lastName: 'B', [field]: typed }))
        form.set(name, value)
      const read = readForm(userEditRules, form)
      expect(read.ok ? [] : Object.keys(read.faults), field).toEqual([field])
    }
    const user = await newUser('Refused')
    await edit(await newUser('Holder'), { hotdeskId: '777' })
    for (const [field, typed] of [
      ['hotdeskId', '777'],
      ['internalName', 'x'.repeat(36)],
      ['forwardNumber', '1'.repeat(36)],
      ['email', 'nobody'],
    ] as const) {
      const refusal = await edit(user, { [field]: typed }).catch((error: unknown) => error)
      if (!(refusal instanceof Rejected)) throw new Error(`${field} was accepted`)
      expect(Object.keys(refusal.fields), field).toEqual([field])
    }
  })

  test('a concurrent change of the same field is reported and not overwritten; of other fields it stays', async () => {
    const user = await newUser('Shared')
    const before = await shown(user)
    await edit(user, { email: 'theirs@example.com', internalName: 'Theirs' })
    await people.world.simulator.clearRequests()
    await expect(edit(user, { email: 'mine@example.com' }, before)).rejects.toMatchObject({
      fields: { email: { key: 'messages.conflict.became', values: { now: 'theirs@example.com' } } },
    })
    expect(await sent()).toEqual([])
    await edit(user, { externalName: 'Mine' }, before)
    expect(await shown(user)).toMatchObject({ internalName: 'Theirs', externalName: 'Mine' })
  })
}
