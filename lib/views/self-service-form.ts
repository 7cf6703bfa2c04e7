// The rules of the self-service forms; limits are Kazoo's (schemas `users` and `vmboxes`).
import { editRules } from './edit-rules.ts'
import { checkbox, text } from './form-text.ts'
import { EDITABLE_FORWARD, EDITABLE_OWN_BOX, type ForwardText, type OwnBoxText } from './self-service.ts'
import { boxPin, forwardNumber, notifyAddresses } from './user-form.ts'

/** The user's own call forwarding. */
export const forwardRules = editRules(
  EDITABLE_FORWARD,
  {
    doNotDisturb: checkbox,
    forwardEnabled: checkbox,
    forwardNumber,
    forwardFailover: checkbox,
    forwardKeepCallerId: checkbox,
    forwardRequireKeypress: checkbox,
    forwardDirectCallsOnly: checkbox,
  },
  [
    {
      of: ['forwardEnabled', 'forwardFailover', 'forwardNumber'],
      holds: (typed) =>
        (typed.forwardEnabled === '' && typed.forwardFailover === '') || typed.forwardNumber !== '',
      at: 'forwardNumber',
      rule: 'rules.device.forwardMissing',
    },
  ],
)
export type ForwardField = keyof ForwardText | 'initialValues'

/** The settings of the user's own voicemail box. */
export const ownBoxRules = editRules(EDITABLE_OWN_BOX, {
  box: text,
  pin: boxPin,
  requirePin: checkbox,
  notifyAddresses,
  includeMessage: checkbox,
  deleteAfterNotify: checkbox,
  skipGreeting: checkbox,
})
export type OwnBoxField = keyof OwnBoxText | 'box' | 'pin' | 'initialValues'
