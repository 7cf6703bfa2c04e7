// Lists what is worth doing while a trial runs. Each step is done by its facts, and none is ticked by hand.
import 'server-only'
import type { Viewer } from '../../session/viewer.ts'
import { dismissFirstStepsOf, firstStepFacts } from '../../store/first-steps.ts'
import type { FirstStep, FirstSteps } from '../../views/first-steps.ts'
import type { Verb } from '../../views/viewer.ts'
import { permit, verbsOf } from '../permission.ts'

const VERBS: Readonly<Record<FirstStep, Verb>> = {
  connect: 'connection.read',
  invite: 'member.invite',
  secondFactor: 'profile.factors',
  brand: 'brand.edit',
  domain: 'domain.add',
  activate: 'connection.edit',
}

/**
 * The first steps that the viewer may take; null: the tenant is not on trial, the viewer sets nothing up, or
 * they have dismissed the list. Sends nothing to Kazoo.
 * @throws Unavailable
 */
export async function findFirstSteps({ session: { record } }: Viewer): Promise<FirstSteps | null> {
  const may = verbsOf(record)
  if (record.trialEndsAt === null || !record.connected || !may.includes('member.invite')) return null
  const facts = await firstStepFacts(record.principal)
  if (facts === null || facts.dismissed) return null
  const { invited, secondFactor, branded, domain } = facts
  const steps = [
    { step: 'connect', done: true },
    { step: 'invite', done: invited },
    { step: 'secondFactor', done: secondFactor },
    { step: 'brand', done: branded },
    { step: 'domain', done: domain },
    { step: 'activate', done: false },
  ] as const
  return steps.filter(({ step }) => may.includes(VERBS[step]))
}

/**
 * Shows the viewer no list of first steps any more.
 * @throws Forbidden, Unavailable
 */
export async function dismissFirstSteps(viewer: Viewer): Promise<void> {
  permit(viewer, 'profile.edit')
  await dismissFirstStepsOf(viewer.session.record.principal)
}
