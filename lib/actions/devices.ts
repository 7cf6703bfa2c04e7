'use server'
import { refresh } from 'next/cache'
import { rebootDevice, removeDevice, revealSipPassword } from '../domain/device/command.ts'
import { createDevice } from '../domain/device/create.ts'
import { editDevice, type DeviceEdit } from '../domain/device/edit.ts'
import { listEveryDevice } from '../domain/device/list.ts'
import type { FormAction } from '../views/form.ts'
import { text } from '../views/form-text.ts'
import type { DeviceField } from '../views/device-fields.ts'
import type { DeviceRowActions, ListDevices, NewDeviceField } from '../views/device.ts'
import { deviceIdInput, deviceEdit, deviceRename, deviceStart, deviceSwitch } from './device-input.ts'
import type { LocalizedMessage } from '../i18n/message-key.ts'
import type { Viewer } from '../web/viewer.ts'
import { formAction, readAction, savedMessage } from '../web/form-action.ts'
import { redirectWithin } from '../web/redirect.ts'

/** Saves the changed fields of a device. */
export const editDeviceAction: FormAction<DeviceField> = formAction(
  deviceEdit,
  async (viewer, { device, initialValues, sipPassword, ...typed }) => {
    const saved = await editDevice(viewer, device, { typed, initialValues, sipPassword })
    if (!saved) return 'messages.unchanged'
    refresh()
    return savedMessage()
  },
)

/** Renames a device in its row. */
export const renameDeviceAction: DeviceRowActions['rename'] = formAction(deviceRename, saveInRow)

/** Enables or disables a device in its row. */
export const enableDeviceAction: DeviceRowActions['enable'] = formAction(deviceSwitch, saveInRow)

type RowEdit = DeviceEdit['typed'] & Pick<DeviceEdit, 'initialValues'> & { device: string }

async function saveInRow(viewer: Viewer, edit: RowEdit): Promise<LocalizedMessage> {
  const { device, initialValues, ...typed } = edit
  const saved = await editDevice(viewer, device, { typed, initialValues, sipPassword: null })
  refresh()
  return saved ? savedMessage() : 'messages.unchanged'
}

/** Creates a device and shows it. */
export const createDeviceAction: FormAction<NewDeviceField> = formAction(
  deviceStart,
  async (viewer, { account, ...start }) =>
    redirectWithin(viewer, `/devices/${await createDevice(viewer, account, start)}?done=created`),
)

/** Removes a device and shows its account. */
export const removeDeviceAction: FormAction<'device'> = formAction(
  deviceIdInput,
  async (viewer, { device }) => redirectWithin(viewer, `/accounts/${await removeDevice(viewer, device)}`),
)

/** Asks a device to restart. */
export const rebootDeviceAction: FormAction<'device'> = formAction(
  deviceIdInput,
  async (viewer, { device }) => {
    await rebootDevice(viewer, device)
    return 'messages.device.restarting'
  },
)

/** Returns the SIP password in clear, once. */
export const revealSipPasswordAction = readAction(text, revealSipPassword)

/** Lists every device of an account, for a list that is filtered in the browser. */
export const listDevicesAction: ListDevices = readAction(text, listEveryDevice)
