// PUT on a device: a SIP NOTIFY, with its data nested twice (docs/kazoo.md section 11).
import { dataObject, param, textOption, type Call } from '../call.ts'
import { plainError, refuse } from '../refusals.ts'
import { created, type Reply } from '../reply.ts'
import { validated } from '../validate.ts'
import { deviceOf } from './device-of.ts'

export function notify(call: Call): Reply {
  deviceOf(call)
  const action = textOption(call, 'action')
  if (action === undefined) refuse(plainError(400, 'action required'))
  if (action !== 'notify') refuse(plainError(400, 'invalid action'))
  validated(call, 'devices_notify', dataObject(call))
  return created('NOTIFY sent', { location: `${call.path}/${param(call, 'device')}` })
}
