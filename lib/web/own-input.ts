// What the forms of somebody's own phone say to the domain: secrets are sealed as they are read.
import 'server-only'
import { EDITABLE_FORWARD, EDITABLE_OWN_BOX, OWN_DEEDS, type OwnDeed } from '../views/own.ts'
import { forwardRules, ownBoxRules } from '../views/own-form.ts'
import { newSecret, shownOf } from './fields.ts'
import { passwordInput } from './profile-input.ts'

export const forwardInput = forwardRules.transform(({ was, ...typed }) => ({
  typed,
  was: shownOf(EDITABLE_FORWARD, was),
}))

export const ownBoxInput = ownBoxRules.transform(({ box, pin, was, ...typed }) => ({
  box,
  pin: newSecret(pin),
  typed,
  was: shownOf(EDITABLE_OWN_BOX, was),
}))

export const ownPasswordInput = passwordInput

/** What was done just now, as the address says; null: nothing that we know. */
export function ownDeed(done: unknown): OwnDeed | null {
  return OWN_DEEDS.find((deed) => deed === done) ?? null
}
