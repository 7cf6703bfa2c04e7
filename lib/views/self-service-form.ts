// The rules of the self-service forms: those of their fields, and of fields that depend on each other.
import { editRules } from './edit-rules.ts'
import { rulesOfEach, text } from './form-text.ts'
import { EDITABLE_FORWARD, OWN_FORWARD_FIELDS } from './user-fields.ts'
import { EDITABLE_OWN_BOX, OWN_VOICEMAIL_FIELDS } from './voicemail-fields.ts'

/** The user's own call forwarding. */
export const forwardRules = editRules(EDITABLE_FORWARD, rulesOfEach(OWN_FORWARD_FIELDS), [
  {
    of: ['forwardEnabled', 'forwardFailover', 'forwardNumber'],
    holds: (typed) =>
      (typed.forwardEnabled === '' && typed.forwardFailover === '') || typed.forwardNumber !== '',
    at: 'forwardNumber',
    rule: 'rules.device.forwardMissing',
  },
])

/** The settings of the user's own voicemail box. */
export const ownBoxRules = editRules(EDITABLE_OWN_BOX, { box: text, ...rulesOfEach(OWN_VOICEMAIL_FIELDS) })
