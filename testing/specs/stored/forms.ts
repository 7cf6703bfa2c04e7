// The forms of the portal, each with a document of the world that it edits.
import { accountEdit } from '../../../lib/actions/account-input.ts'
import { deviceEdit } from '../../../lib/actions/device-input.ts'
import { settingsEdit } from '../../../lib/actions/schema-input.ts'
import { boxEdit, userEdit } from '../../../lib/actions/user-input.ts'
import { editAccount } from '../../../lib/domain/account/edit.ts'
import { findAccount } from '../../../lib/domain/account/find.ts'
import { createDevice } from '../../../lib/domain/device/create.ts'
import { editDevice } from '../../../lib/domain/device/edit.ts'
import { findDevice } from '../../../lib/domain/device/find.ts'
import { editSettings } from '../../../lib/domain/schema/edit.ts'
import { findSettings } from '../../../lib/domain/schema/find.ts'
import { editUser } from '../../../lib/domain/user/edit.ts'
import { findUser } from '../../../lib/domain/user/find.ts'
import { editBox, findBox } from '../../../lib/domain/user/voicemail.ts'
import { unseal } from '../../../lib/sealed.ts'
import { resolve } from '../../../lib/session/proxy-ids.ts'
import { ACCOUNT_FIELDS } from '../../../lib/views/account-fields.ts'
import { DEVICE_FIELDS } from '../../../lib/views/device-fields.ts'
import type { FieldList } from '../../../lib/views/field-list.ts'
import { readForm, type Rules } from '../../../lib/views/form-check.ts'
import type { SchemaDraft } from '../../../lib/views/schema-form.ts'
import { USER_FIELDS } from '../../../lib/views/user-fields.ts'
import { VOICEMAIL_FIELDS } from '../../../lib/views/voicemail-fields.ts'
import { NEW_DEVICE } from '../../new-device.ts'
import { oneLine, postForm, severalLines } from '../../post-form.ts'
import { userWithBox } from '../../user-with-box.ts'
import type { Stored, StoredForm } from './stored.ts'

let serial = 0

/** The texts of a form by Kazoo's paths. */
function byPath(fields: FieldList, text: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(text).map(([name, value]) => [fields[name]?.path ?? name, value]))
}

function parsed<Out>(rules: Rules<Out>, form: FormData): Out {
  const read = readForm(rules, form)
  if (!read.ok) throw new Error(`refused before it was sent: ${JSON.stringify(read.faults)}`)
  return read.value
}

/** The page of a user, of whom the last name is changed. */
export async function userForm({ viewer, account, accountId }: Stored): Promise<StoredForm> {
  const { owner } = await userWithBox(viewer, account, `90${++serial}`)
  const id = unseal((await resolve(viewer.session, 'user', owner)).user)
  let text: Record<string, string> = {}
  return {
    type: 'user',
    id,
    path: `accounts/${accountId}/users/${id}`,
    base: { first_name: 'Ada', last_name: 'Adler', priv_level: 'user', enabled: true },
    change: { last_name: 'Renamed' },
    open: async () => {
      text = (await findUser(viewer, owner)).user.text
      return byPath(USER_FIELDS, text)
    },
    save: async () => {
      const post = postForm(text, { user: owner, lastName: 'Renamed' })
      const { user, initialValues, hotdeskPin, ...typed } = parsed(userEdit, post)
      return editUser(viewer, user, { typed, initialValues, hotdeskPin })
    },
  }
}

/** The page of a device, of which the name is changed. */
export async function deviceForm({ viewer, account, accountId }: Stored): Promise<StoredForm> {
  const device = await createDevice(viewer, account, { ...NEW_DEVICE, name: `Stored ${++serial}` })
  const id = unseal((await resolve(viewer.session, 'device', device)).device)
  let text: Record<string, string> = {}
  return {
    type: 'device',
    id,
    path: `accounts/${accountId}/devices/${id}`,
    base: { name: 'Stored', device_type: 'sip_device', enabled: true },
    change: { name: 'Renamed' },
    open: async () => {
      text = (await findDevice(viewer, device)).device.text
      return byPath(DEVICE_FIELDS, text)
    },
    save: async () => {
      const post = postForm(text, { device, name: 'Renamed' })
      const { device: of, initialValues, sipPassword, ...typed } = parsed(deviceEdit, post)
      return editDevice(viewer, of, { typed, initialValues, sipPassword })
    },
  }
}

/** The page of a voicemail box, of which the name is changed. */
export async function boxForm({ viewer, account, accountId }: Stored): Promise<StoredForm> {
  const { owner, box } = await userWithBox(viewer, account, `90${++serial}`)
  const { vmbox } = await resolve(viewer.session, 'vmbox', box)
  const { user } = await resolve(viewer.session, 'user', owner)
  const id = unseal(vmbox)
  let text: Record<string, string> = {}
  return {
    type: 'vmbox',
    id,
    path: `accounts/${accountId}/vmboxes/${id}`,
    base: { name: 'Stored', mailbox: `90${serial}`, owner_id: unseal(user) },
    change: { name: 'Renamed' },
    open: async () => {
      text = (await findBox(viewer, owner, box)).box.text
      return byPath(VOICEMAIL_FIELDS, text)
    },
    save: async () => {
      const post = postForm(text, { box, name: 'Renamed' })
      const { box: of, initialValues, pin, ...typed } = parsed(boxEdit, post)
      return editBox(viewer, of, { typed, initialValues, pin })
    },
  }
}

/** The page of an account, of which the time zone is changed; `enabled` goes along. */
export function accountForm({ viewer, account, accountId }: Stored): StoredForm {
  let text: Record<string, string> = {}
  return {
    type: 'account',
    id: accountId,
    path: `accounts/${accountId}`,
    base: { name: 'Stored Account', realm: 'stored.example.com', timezone: 'Europe/Berlin' },
    change: { timezone: 'Europe/Oslo', enabled: true },
    open: async () => {
      text = (await findAccount(viewer, account, 'account.edit')).account.text
      return byPath(ACCOUNT_FIELDS, text)
    },
    save: async () => {
      const post = postForm(text, { account, timezone: 'Europe/Oslo' })
      const { account: of, initialValues, ...typed } = parsed(accountEdit, post)
      return editAccount(viewer, of, { typed, initialValues })
    },
  }
}

/** All settings of a user or a device, of which one is changed. */
export async function settingsForm(stored: Stored, noun: 'user' | 'device'): Promise<StoredForm> {
  const { viewer, account } = stored
  const form = noun === 'user' ? await userForm(stored) : await deviceForm(stored)
  const key = noun === 'user' ? 'fax_to_email_enabled' : 'mwi_unsolicited_updates'
  const proxy =
    noun === 'user'
      ? (await userWithBox(viewer, account, `90${++serial}`)).owner
      : await createDevice(viewer, account, { ...NEW_DEVICE, name: `Stored ${++serial}` })
  const ref = await resolve(viewer.session, noun, proxy)
  const id = unseal('user' in ref ? ref.user : ref.device)
  let draft: SchemaDraft = { groups: [], initialValues: {}, elsewhere: [] }
  return {
    ...form,
    id,
    path: form.path.replace(form.id, id),
    base: { ...form.base, [key]: true },
    change: { [key]: false },
    open: async () => {
      draft = (await findSettings(viewer, noun, proxy)).draft
      const settings = draft.groups.flatMap((group) => group.settings)
      // What is stored and cannot be shown has a field of its own, which can remove it.
      return Object.fromEntries(
        settings.map(({ path, value, removal }) => [path, removal === null ? value : '(held)']),
      )
    },
    save: async () => {
      const post = new FormData()
      for (const { name, kind, value, path } of draft.groups.flatMap(({ settings }) => settings)) {
        const long = kind === 'list' || kind === 'map' || kind === 'json' || value.includes('\n')
        if (kind === 'secret' || kind === 'held') continue
        post.set(name, path === key ? 'false' : long ? severalLines(value) : oneLine(value))
      }
      post.set('of', proxy)
      post.set('initialValues', JSON.stringify(draft.initialValues))
      const { of, ...edit } = parsed(settingsEdit, post)
      return editSettings(viewer, noun, of, edit)
    },
  }
}
