// What the forms of somebody's own phone say; bounds are Kazoo's (schemas `users` and `vmboxes`).
import * as z from 'zod'
import { checkbox, refused, text } from './form-text.ts'
import { boxEditRules, userEditRules } from './user-form.ts'

/** Where one's own calls go; `was` is what the form was filled with. */
export const forwardRules = z
  .object({
    doNotDisturb: checkbox,
    forwardEnabled: checkbox,
    forwardNumber: userEditRules.shape.forwardNumber,
    forwardFailover: checkbox,
    forwardKeepCallerId: checkbox,
    forwardRequireKeypress: checkbox,
    forwardDirectCallsOnly: checkbox,
    was: text,
  })
  .refine(
    (typed) => (typed.forwardEnabled === '' && typed.forwardFailover === '') || typed.forwardNumber !== '',
    { path: ['forwardNumber'], message: refused('rules.device.forwardMissing') },
  )
export type ForwardField = keyof z.input<typeof forwardRules>

/** The settings of one's own voicemail box. */
export const ownBoxRules = z.object({
  box: text,
  pin: boxEditRules.shape.pin,
  requirePin: checkbox,
  notifyAddresses: boxEditRules.shape.notifyAddresses,
  includeMessage: checkbox,
  deleteAfterNotify: checkbox,
  skipGreeting: checkbox,
  was: text,
})
export type OwnBoxField = keyof z.input<typeof ownBoxRules>
