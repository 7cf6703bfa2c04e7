// Records that a page cannot be shown: its status, and a line in the log under the reference that the page
// shows.
import 'server-only'
import { redirect } from 'next/navigation'
import { log } from '../log.ts'
import { currentRequest } from '../session/request.ts'

/** Sets the status of the response, logs the error, and returns the reference. */
export function recordProblem(error: unknown, status: 403 | 404 | 500 | 502 | 503): string {
  const { reference, path, setStatus } = currentRequest()
  setStatus(status)
  log[status >= 500 ? 'error' : 'info']('page refused', { error, status, reference, path })
  return reference
}

/** Redirects a viewer whose session ended to sign-in, and back here afterwards. */
export function redirectToSignIn(): never {
  redirect(`/sign-in?next=${encodeURIComponent(currentRequest().path)}`)
}
