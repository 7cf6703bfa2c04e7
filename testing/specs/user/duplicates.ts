// Values that two users, or two voicemail boxes, of an account should not share.
import { afterEach, describe, expect, test } from 'vitest'
import { createUser } from '../../../lib/domain/user/create.ts'
import { editUser } from '../../../lib/domain/user/edit.ts'
import { findUser } from '../../../lib/domain/user/find.ts'
import { setPassword } from '../../../lib/domain/user/credentials.ts'
import { editBox } from '../../../lib/domain/user/voicemail.ts'
import { planRevert, revert } from '../../../lib/domain/audit/revert.ts'
import { seal } from '../../../lib/sealed.ts'
import { START, type Users } from './users.ts'

const EMPTY_LIST = { kind: 'answer', text: '{"data":[],"status":"success"}' } as const

const taken = (field: 'extension' | 'username' | 'email' | 'hotdeskId' | 'mailbox', name: string) => ({
  [field]: { key: `messages.duplicate.${field}`, values: { name } },
})

/** Duplicates: refused at the field with the name of the other, confirmed for an e-mail address. */
export function describeDuplicates(people: Users): void {
  const { newUser, shown, edit, sent, last, box } = people
  const listFault = (list: string, fault: Parameters<typeof people.world.simulator.fault>[0]['fault']) =>
    people.world.simulator.fault({ pattern: `**/${list}`, methods: ['GET'], fault })

  describe('a duplicate', () => {
    afterEach(() => people.world.simulator.clearFaults())

    test('of an extension, a username or an e-mail address is refused before Kazoo, which names the user', async () => {
      await newUser('Keeper', { username: 'keeper', extension: 'Desk.7', email: 'Keeper@example.com' })
      const other = await newUser('Seeker')
      await people.world.simulator.clearRequests()
      await expect(edit(other, { extension: 'desk.7' })).rejects.toMatchObject({
        name: 'Rejected',
        fields: taken('extension', 'Ada Keeper'),
      })
      await expect(edit(other, { email: 'keeper@EXAMPLE.com' })).rejects.toMatchObject({
        fields: taken('email', 'Ada Keeper'),
        emailInUse: 'keeper@example.com',
      })
      await expect(
        setPassword(people.viewer, other, { username: 'KEEPER', password: null, mustRenew: false }),
      ).rejects.toMatchObject({ fields: taken('username', 'Ada Keeper') })
      await expect(
        newUser('Third', { username: 'Keeper', extension: 'desk.7', email: 'keeper@example.com' }),
      ).rejects.toMatchObject({
        fields: {
          ...taken('extension', 'Ada Keeper'),
          ...taken('username', 'Ada Keeper'),
          ...taken('email', 'Ada Keeper'),
        },
      })
      expect(await sent()).toEqual([])
      expect(await last()).toMatchObject({ verb: 'user.create', stage: 'failed' })
    })

    test('of a hot desk number names the user, whom no list shows', async () => {
      await edit(await newUser('Sitter'), { hotdeskId: '8801' })
      const other = await newUser('Stander')
      await people.world.simulator.clearRequests()
      await expect(edit(other, { hotdeskId: '8801' })).rejects.toMatchObject({
        fields: taken('hotdeskId', 'Ada Sitter'),
      })
      expect(await sent()).toEqual([])
    })

    test('of an e-mail address is saved once it is confirmed for exactly that address', async () => {
      const first = await newUser('Office', { email: 'office@example.com' })
      await newUser('Sales', { email: 'sales@example.com' })
      const sharing = { ...START, username: 'sharing', email: 'Office@example.com' }
      await expect(
        createUser(people.viewer, people.account.id, { ...sharing, sharedEmail: 'sales@example.com' }),
      ).rejects.toMatchObject({ fields: taken('email', 'Ada Office'), emailInUse: 'office@example.com' })
      const { user } = await createUser(people.viewer, people.account.id, {
        ...sharing,
        sharedEmail: 'office@example.com',
      })
      expect((await shown(user)).email).toBe('Office@example.com')
      const initialValues = await shown(user)
      const change = { typed: { ...initialValues, email: 'sales@example.com' }, initialValues }
      await expect(editUser(people.viewer, user, { ...change, hotdeskPin: null })).rejects.toMatchObject({
        fields: taken('email', 'Ada Sales'),
      })
      const sharedEmail = 'sales@example.com'
      await editUser(people.viewer, user, { ...change, hotdeskPin: null, sharedEmail })
      expect((await shown(user)).email).toBe('sales@example.com')
      expect((await shown(first)).email).toBe('office@example.com')
    })

    test('that exists, and a value of the user’s own, block nothing', async () => {
      await newUser('Elder', { email: 'both@example.com', extension: '6001' })
      await listFault('users', EMPTY_LIST)
      const younger = await newUser('Younger', { email: 'both@example.com', extension: '6001' })
      await people.world.simulator.clearFaults()
      expect(await edit(younger, { externalName: 'Younger' })).toBe(true)
      expect(await edit(younger, { extension: '6002' })).toBe(true)
      const alone = await newUser('Alone', { extension: 'Alone' })
      expect(await edit(alone, { extension: 'alone' })).toBe(true)
    })

    test.each([
      ['cannot be loaded', { kind: 'status', status: 503 }],
      ['does not have the other one yet', EMPTY_LIST],
    ] as const)('is left to Kazoo when the list %s', async (how, fault) => {
      const word = how.replaceAll(' ', '-')
      await newUser('Before', { username: `taken-${word}`, extension: word })
      await listFault('users', fault)
      await expect(newUser('After', { username: `taken-${word}` })).rejects.toMatchObject({
        fields: { username: 'messages.refused.taken' },
      })
      const user = await newUser('After', { extension: word })
      await people.world.simulator.clearFaults()
      expect((await shown(user)).extension).toBe(word)
    })

    test('of a mailbox names the box; Kazoo reads mailboxes as whole numbers', async () => {
      const user = await newUser('Mailed')
      await box('6101', user)
      await box('6102', user)
      const boxes = (await findUser(people.viewer, user)).boxes ?? []
      const second = boxes.find(({ mailbox }) => mailbox === '6102')?.id ?? ''
      const renumber = (mailbox: string) =>
        editBox(people.viewer, second, { typed: { mailbox }, initialValues: {}, pin: null })
      await people.world.simulator.clearRequests()
      await expect(renumber('06101')).rejects.toMatchObject({ fields: taken('mailbox', 'Box 6101') })
      expect(await sent()).toEqual([])
      await listFault('vmboxes', EMPTY_LIST)
      await expect(renumber('6101')).rejects.toMatchObject({ fields: { mailbox: 'messages.refused.taken' } })
      expect(await renumber('6103')).toBe(true)
    })

    test('is not brought back by a revert, which says why', async () => {
      const user = await newUser('Mover', { email: 'mover@example.com' })
      await edit(user, { email: 'moved@example.com' })
      const event = (await last())?.event ?? ''
      await newUser('Successor', { email: 'mover@example.com' })
      expect((await planRevert(people.viewer, event)).fields).toMatchObject([{ field: 'email', why: null }])
      await expect(revert(people.viewer, event, ['email'])).rejects.toMatchObject({
        fields: {},
        userMessage: {
          key: 'messages.audit.refused',
          because: { key: 'messages.duplicate.email', values: { name: 'Ada Successor' } },
        },
      })
      expect((await shown(user)).email).toBe('moved@example.com')
    })

    test('password of a user without a new username asks for no list', async () => {
      const user = await newUser('Keyed', { username: 'keyed' })
      await people.world.simulator.clearRequests()
      const credentials = { username: 'keyed', password: seal<'password'>('another good one') }
      await setPassword(people.viewer, user, { ...credentials, mustRenew: false })
      const paths = (await people.world.simulator.requests()).map(({ path }) => path)
      expect(paths.filter((path) => path.endsWith('/users'))).toEqual([])
    })
  })
}
