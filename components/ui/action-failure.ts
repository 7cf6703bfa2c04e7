import { unstable_isUnrecognizedActionError as isUnrecognizedAction } from 'next/navigation'
import type { Failure } from '../../lib/views/form.ts'

/** Translates "could not reach the server" or "the portal has a new version, reload the page". */
export type FailureTexts = (key: 'unreached' | 'newVersion') => string

/** The failure of an action that threw `error` instead of answering. */
export function actionFailure(error: unknown, t: FailureTexts): Failure {
  const failure = { ok: false, reference: '' } as const
  return isUnrecognizedAction(error)
    ? { ...failure, message: t('newVersion'), newVersion: 'found' }
    : { ...failure, message: t('unreached') }
}
