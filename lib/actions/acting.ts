'use server'
import { refresh } from 'next/cache'
import { act } from '../domain/acting/begin.ts'
import { endActingAsMe, endActingOf, endOwnActing } from '../domain/acting/end.ts'
import { chooseActingPolicy } from '../domain/acting/find.ts'
import type { ActingField, ActingPolicyField } from '../views/acting.ts'
import type { FormAction } from '../views/form.ts'
import { actingAlone, actingInput, actingPolicyInput, nothing } from '../web/acting-input.ts'
import { formAction } from '../web/form-action.ts'
import { goTo } from '../web/go.ts'

/** Begins to act as a user or in an account, and shows what they see. */
export const beginActingAction: FormAction<ActingField> = formAction(actingInput, async (viewer, start) =>
  goTo(await act(viewer, start)),
)

/** Gives the borrowed eyes back, and goes to where it began. */
export const endOwnActingAction: FormAction<never> = formAction(nothing, async (viewer) =>
  goTo(await endOwnActing(viewer)),
)

/** Ends the acting of somebody of the team. */
export const endActingAction: FormAction<'acting'> = formAction(actingAlone, async (viewer, { acting }) => {
  await endActingOf(viewer, acting)
  refresh()
  return 'said.acting.over'
})

/** Ends an acting with one's own eyes. */
export const endActingAsMeAction: FormAction<'acting'> = formAction(
  actingAlone,
  async (viewer, { acting }) => {
    await endActingAsMe(viewer, acting)
    refresh()
    return 'said.acting.over'
  },
)

/** Chooses what customers are let know. */
export const actingPolicyAction: FormAction<ActingPolicyField> = formAction(
  actingPolicyInput,
  async (viewer, policy) => {
    await chooseActingPolicy(viewer, policy)
    refresh()
    return 'said.saved'
  },
)
