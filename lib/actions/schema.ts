'use server'
import { refresh } from 'next/cache'
import { editSettings } from '../domain/schema/edit.ts'
import type { FormAction } from '../views/form.ts'
import { formAction, savedMessage } from '../web/form-action.ts'
import { settingsEdit } from './schema-input.ts'

/** Saves the changed settings of a user. */
export const editUserSettingsAction: FormAction<string> = formAction(
  settingsEdit,
  async (viewer, { of, ...edit }) => {
    if (!(await editSettings(viewer, 'user', of, edit))) return 'messages.unchanged'
    refresh()
    return savedMessage()
  },
)

/** The same for a device. */
export const editDeviceSettingsAction: FormAction<string> = formAction(
  settingsEdit,
  async (viewer, { of, ...edit }) => {
    if (!(await editSettings(viewer, 'device', of, edit))) return 'messages.unchanged'
    refresh()
    return savedMessage()
  },
)
