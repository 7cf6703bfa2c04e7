import { unstable_isUnrecognizedActionError as isOfOldPage } from 'next/navigation'
import type { Failure } from '../../lib/views/form.ts'

/** Says that the server did not answer, or that a new version of the portal did, which the page has to be loaded from. */
export type FailureTexts = (sentence: 'unreached' | 'newVersion') => string

/** What an action failed with that did not answer: `fault` is what it threw. */
export function actionFailure(fault: unknown, t: FailureTexts): Failure {
  const failure = { ok: false, reference: '' } as const
  return isOfOldPage(fault)
    ? { ...failure, message: t('newVersion'), newVersion: 'found' }
    : { ...failure, message: t('unreached') }
}
