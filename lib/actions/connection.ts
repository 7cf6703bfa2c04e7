'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { goLive } from '../domain/connection/go-live.ts'
import { askForRemoval, cancelRemoval, disconnect } from '../domain/connection/disconnect.ts'
import { changeHost, replaceStoredCredentials } from '../domain/connection/replace.ts'
import type { AddressField, CredentialsField, ConnectionFlash } from '../views/connection.ts'
import type { FormAction } from '../views/form.ts'
import { addressInput, credentialsInput, keyInput, nameInput } from './connection-input.ts'
import { noFields } from '../web/fields.ts'
import { formAction } from '../web/form-action.ts'

/** Redirects to the page, which says what was done; the notice at the top of every page is rendered again. */
function backToConnection(flash: ConnectionFlash): never {
  revalidatePath('/', 'layout')
  redirect(`/connection?done=${flash}`)
}

/** Goes live with a pasted key. */
export const goLiveAction: FormAction<'key'> = formAction(keyInput, async (viewer, { key }) => {
  await goLive(viewer, key)
  return backToConnection('live')
})

/** Goes live with the key that Kazoo returns. */
export const fetchKeyAction: FormAction<'key'> = formAction(noFields, async (viewer) => {
  await goLive(viewer, null)
  return backToConnection('live')
})

/** Replaces the stored credentials. */
export const replaceCredentialsAction: FormAction<CredentialsField> = formAction(
  credentialsInput,
  async (viewer, credentials) => {
    await replaceStoredCredentials(viewer, credentials)
    return backToConnection('credentials')
  },
)

/** Switches to another address of the same Kazoo. */
export const changeHostAction: FormAction<AddressField> = formAction(
  addressInput,
  async (viewer, { origin, credentials }) => {
    await changeHost(viewer, origin, credentials)
    return backToConnection('address')
  },
)

/** Destroys the credentials. */
export const disconnectAction: FormAction<'name'> = formAction(nameInput, async (viewer, { name }) => {
  await disconnect(viewer, name)
  return backToConnection('disconnected')
})

/** Schedules the deletion of all data in thirty days. */
export const askForRemovalAction: FormAction<'name'> = formAction(nameInput, async (viewer, { name }) => {
  await askForRemoval(viewer, name)
  return backToConnection('removal')
})

/** Cancels the deletion. */
export const cancelRemovalAction: FormAction<'name'> = formAction(noFields, async (viewer) => {
  await cancelRemoval(viewer)
  return backToConnection('kept')
})
