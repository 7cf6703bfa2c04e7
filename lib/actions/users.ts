'use server'
import { refresh } from 'next/cache'
import { changePrivilege, setPassword } from '../domain/user/credentials.ts'
import { createUser } from '../domain/user/create.ts'
import { editUser } from '../domain/user/edit.ts'
import { listEveryUser } from '../domain/user/list.ts'
import { sendRecovery } from '../domain/user/recovery.ts'
import { removeUser } from '../domain/user/remove.ts'
import { editBox } from '../domain/user/voicemail.ts'
import type { FormAction } from '../views/form.ts'
import { text } from '../views/form-text.ts'
import type { NewUserField, UserPasswordField, UserRemovalField, UserRoleField } from '../views/user-form.ts'
import type { UserField } from '../views/user-fields.ts'
import type { ListUsers } from '../views/user.ts'
import type { BoxField } from '../views/voicemail-fields.ts'
import { formAction, readAction, savedMessage } from '../web/form-action.ts'
import { redirectWithin } from '../web/redirect.ts'
import {
  boxEdit,
  userIdInput,
  userEdit,
  userPassword,
  userRemoval,
  userRole,
  userStart,
} from './user-input.ts'

/** Creates a user and shows them; first the password, where it was generated. */
export const createUserAction: FormAction<NewUserField> = formAction(
  userStart,
  async (viewer, { account, ...start }) => {
    const { user, shown } = await createUser(viewer, account, start)
    if (shown === null) redirectWithin(viewer, `/users/${user}?done=created`)
    return { say: 'messages.user.made', once: [start.username.toLowerCase(), shown, user] }
  },
)

/** Saves the changed fields of a user. */
export const editUserAction: FormAction<UserField> = formAction(
  userEdit,
  async (viewer, { user, initialValues, hotdeskPin, sharedEmail, ...typed }) => {
    const saved = await editUser(viewer, user, { typed, initialValues, hotdeskPin, sharedEmail })
    if (!saved) return 'messages.unchanged'
    refresh()
    return savedMessage()
  },
)

/** Sets username and password of a user; shows the password, where it was generated. */
export const setUserPasswordAction: FormAction<UserPasswordField> = formAction(
  userPassword,
  async (viewer, { user, ...credentials }) => {
    const shown = await setPassword(viewer, user, credentials)
    if (shown === null) redirectWithin(viewer, `/users/${user}/access?done=password`)
    return { say: 'messages.user.passwordSet', once: [credentials.username.toLowerCase(), shown, user] }
  },
)

/** Makes Kazoo mail a user a link to a new password. */
export const sendRecoveryAction: FormAction<'user'> = formAction(userIdInput, async (viewer, { user }) => {
  await sendRecovery(viewer, user)
  return redirectWithin(viewer, `/users/${user}/access?done=recovery`)
})

/** Makes a user an admin of their account, or no longer. */
export const changeUserRoleAction: FormAction<UserRoleField> = formAction(
  userRole,
  async (viewer, { user, privilege }) => {
    const changed = await changePrivilege(viewer, user, privilege)
    return changed ? redirectWithin(viewer, `/users/${user}/access?done=role`) : 'messages.unchanged'
  },
)

/** Removes a user, and shows the remaining ones. */
export const removeUserAction: FormAction<UserRemovalField> = formAction(
  userRemoval,
  async (viewer, { user, ...removal }) =>
    redirectWithin(viewer, `/accounts/${await removeUser(viewer, user, removal)}/users?done=removed`),
)

/** Saves the changed fields of a voicemail box. */
export const editBoxAction: FormAction<BoxField> = formAction(
  boxEdit,
  async (viewer, { box, initialValues, pin, ...typed }) => {
    const saved = await editBox(viewer, box, { typed, initialValues, pin })
    if (!saved) return 'messages.unchanged'
    refresh()
    return savedMessage()
  },
)

/** Lists every user of an account, for a list that is filtered in the browser. */
export const listUsersAction: ListUsers = readAction(text, listEveryUser)
