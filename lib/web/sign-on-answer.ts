// Answers identity providers that redirect users back: whatever the answer was worth, the browser continues
// to a page without it in the address.
import 'server-only'
import { finishSignOn, type SignOnEnd } from '../domain/sign-on/finish.ts'
import { UserFacingError } from '../errors.ts'
import { log } from '../log.ts'
import { currentRequest } from '../session/request.ts'
import { currentViewer } from './viewer.ts'
import { SIGN_ON_FLASHES } from '../views/sign-on.ts'

/** Signs in, or ends the test of an owner; always a redirect. `query` is the provider's answer. */
export async function answerSignOn(tenant: string, query: URLSearchParams): Promise<Response> {
  try {
    const { end, test } = await finishSignOn(tenant, Object.fromEntries(query), await currentViewer())
    return redirectTo(test ? afterTest(end) : end === 'signed in' ? '/' : '/sign-on?failed')
  } catch (error) {
    if (!(error instanceof UserFacingError)) throw error
    log.warn('single sign-on refused', { error, reference: currentRequest().reference })
    return redirectTo('/sign-on?failed')
  }
}

function afterTest(end: SignOnEnd): string {
  return `/connection/sign-on?done=${SIGN_ON_FLASHES.find((flash) => flash === end) ?? 'protocol'}`
}

function redirectTo(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path } })
}
