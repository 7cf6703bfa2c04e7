// Finds what already has a value that should be unique in its account, before Kazoo is asked to save it
// (decision 265).
import 'server-only'
import { Rejected } from '../errors.ts'
import type { MessageKey } from '../i18n/message-key.ts'
import { listDevices, type DeviceRowDoc } from '../kazoo/devices.ts'
import type { KazooId } from '../kazoo/ids.ts'
import { findUser, listUsers, listUsersWithHotdesk, type UserRowDoc } from '../kazoo/users.ts'
import { listVmboxes, type VmboxRowDoc } from '../kazoo/vmboxes.ts'
import type { Sealed } from '../sealed.ts'
import type { Viewer } from '../session/viewer.ts'
import { DEVICE_FIELDS } from '../views/device-fields.ts'
import { lockedFields, type FieldList } from '../views/field-list.ts'
import { SIGN_IN_FIELDS, USER_FIELDS } from '../views/user-fields.ts'
import { VOICEMAIL_FIELDS } from '../views/voicemail-fields.ts'
import { nameOf } from './device/owner.ts'
import type { Grant } from './grant.ts'
import { loadOptional } from './optional-part.ts'

/** Where a value must be unique, and the resource that is saved; null: it is new. */
type Place<Id> = {
  viewer: Viewer
  grant: Grant
  account: KazooId<'account'>
  own: Id | null
}

/** How a field is compared: `same` is the form in which Kazoo compares it. */
type Unique<Row> = {
  field: string
  same: (text: string) => string
  in: (row: Row) => string | null
  taken: MessageKey
}

type Holders = Map<string, { key: MessageKey; values: { name: string } }>

/**
 * Another user of the account has this e-mail address, which Kazoo allows and the viewer may confirm: the
 * next submission then carries `emailInUse`. `sharedEmail` clears a confirmation of another address.
 */
export class EmailInUse extends Rejected {
  readonly emailInUse: string
  readonly sharedEmail = ''
  constructor(fields: Rejected['fields'], emailInUse: string) {
    super(fields)
    this.emailInUse = emailInUse
  }
}

const lowerCase = (text: string) => text.trim().toLowerCase()
const hexDigits = (text: string) => text.replaceAll(/[^0-9a-f]/gi, '').toLowerCase()
/** Kazoo looks mailboxes up as whole numbers: `0101` is `101`. */
const wholeNumber = (text: string) => text.trim().replace(/^0+(?=\d)/, '')

const DEVICE: readonly Unique<DeviceRowDoc>[] = [
  {
    field: 'macAddress',
    same: hexDigits,
    in: ({ macAddress }) => macAddress,
    taken: 'messages.duplicate.macAddress',
  },
  {
    field: 'sipUsername',
    same: lowerCase,
    in: ({ username }) => username,
    taken: 'messages.duplicate.sipUsername',
  },
]
const USER: readonly Unique<UserRowDoc>[] = [
  {
    field: 'extension',
    same: lowerCase,
    in: ({ presenceId }) => presenceId,
    taken: 'messages.duplicate.extension',
  },
  {
    field: 'username',
    same: lowerCase,
    in: ({ username }) => username,
    taken: 'messages.duplicate.username',
  },
  {
    field: 'email',
    same: lowerCase,
    in: ({ email }) => email,
    taken: 'messages.duplicate.email',
  },
]
const BOX: readonly Unique<VmboxRowDoc>[] = [
  {
    field: 'mailbox',
    same: wholeNumber,
    in: ({ mailbox }) => mailbox,
    taken: 'messages.duplicate.mailbox',
  },
]

/**
 * Refuses a MAC address or SIP username in `changed` that another device of the account has. Devices of other
 * accounts are not compared yet. A list that cannot be loaded refuses nothing: then Kazoo decides.
 * @throws Rejected at the fields, with the name of the other device
 */
export async function refuseDeviceDuplicates(place: Place<KazooId<'device'>>, changed: Texts): Promise<void> {
  const { grant, account } = place
  const holders = await holdersOf(DEVICE, place, writable(place, DEVICE_FIELDS, changed), {
    rows: () => listDevices(grant.kazoo, account),
    name: ({ name, macAddress }) => name || macAddress || '–',
  })
  if (holders.size > 0) throw new Rejected(Object.fromEntries(holders))
}

/**
 * The same for an extension, username or hot desk number of a user, and an e-mail address. `sharedEmail` is
 * an address that the viewer confirmed for several users.
 * @throws Rejected at the fields, with the name of the other user; EmailInUse
 */
export async function refuseUserDuplicates(
  place: Place<KazooId<'user'>>,
  changed: Texts,
  sharedEmail = '',
): Promise<void> {
  const { grant, account } = place
  const asked = writable(place, { ...USER_FIELDS, ...SIGN_IN_FIELDS }, changed)
  const [holders, hotdesk] = await Promise.all([
    holdersOf(USER, place, asked, {
      rows: () => listUsers(grant.kazoo, account),
      name: nameOf,
    }),
    hotdeskHolder(place, asked['hotdeskId'] ?? ''),
  ])
  if (hotdesk !== null)
    holders.set('hotdeskId', {
      key: 'messages.duplicate.hotdeskId',
      values: { name: hotdesk },
    })
  const email = lowerCase(changed['email'] ?? '')
  if (email === lowerCase(sharedEmail)) holders.delete('email')
  if (holders.has('email')) throw new EmailInUse(Object.fromEntries(holders), email)
  if (holders.size > 0) throw new Rejected(Object.fromEntries(holders))
}

/**
 * The same for the number of a voicemail box.
 * @throws Rejected at `mailbox`, with the name of the other box
 */
export async function refuseBoxDuplicates(place: Place<KazooId<'vmbox'>>, changed: Texts): Promise<void> {
  const { grant, account } = place
  const holders = await holdersOf(BOX, place, writable(place, VOICEMAIL_FIELDS, changed), {
    rows: () => listVmboxes(grant.kazoo, account),
    name: ({ name, mailbox }) => name || mailbox,
  })
  if (holders.size > 0) throw new Rejected(Object.fromEntries(holders))
}

type Texts = Readonly<Partial<Record<string, string>>>

/** Without the fields that nobody sets while impersonating: the Kazoo client refuses those, unasked. */
function writable({ viewer }: Pick<Place<unknown>, 'viewer'>, fields: FieldList, changed: Texts): Texts {
  const locked = lockedFields(fields, viewer.session.record.impersonation !== null)
  return Object.fromEntries(Object.entries(changed).filter(([name]) => !locked.includes(name)))
}

type List<Row> = { rows: () => Promise<Row[]>; name: (row: Row) => string }

/** The fields whose value another row has, each with its message. Lists nothing where none is asked. */
async function holdersOf<Kind extends string, Row extends { id: Sealed<Kind> }>(
  unique: readonly Unique<Row>[],
  { own }: Pick<Place<Sealed<Kind>>, 'own'>,
  asked: Texts,
  { rows: list, name }: List<Row>,
): Promise<Holders> {
  const holders: Holders = new Map()
  const wanted = unique.filter(({ field, same }) => same(asked[field] ?? '') !== '')
  if (wanted.length === 0) return holders
  const rows = (await loadOptional('duplicates', list())) ?? []
  const others = rows.filter(({ id }) => own === null || !id.equals(own))
  for (const { field, same, in: valueIn, taken } of wanted) {
    const value = same(asked[field] ?? '')
    const holder = others.find((row) => same(valueIn(row) ?? '') === value)
    if (holder !== undefined) holders.set(field, { key: taken, values: { name: name(holder) } })
  }
  return holders
}

/** The name of the user who has this hot desk number; no row has it, so the user is read too. */
async function hotdeskHolder(
  { grant: { kazoo }, account, own }: Place<KazooId<'user'>>,
  number: string,
): Promise<string | null> {
  if (number === '') return null
  const rows = await loadOptional('duplicates', listUsersWithHotdesk(kazoo, account, number))
  const other = rows?.find(({ id }) => own === null || !id.equals(own))
  if (other === undefined) return null
  const doc = await loadOptional('duplicates', findUser(kazoo, { account, user: other.id }))
  return doc?.hotdeskId === number ? nameOf(doc) : null
}
