// What a page that cannot be shown leaves behind: its status, and a line in the log under the reference it
// shows.
import 'server-only'
import { redirect } from 'next/navigation'
import { log } from '../log.ts'
import { currentRequest } from '../session/request.ts'

/** Sets the status of the response, writes the case down, and answers the reference. */
export function recordProblem(error: unknown, status: 403 | 404 | 500 | 502 | 503): string {
  const { reference, path, setStatus } = currentRequest()
  setStatus(status)
  log[status >= 500 ? 'error' : 'info']('page refused', { error, status, reference, path })
  return reference
}

/** Sends somebody whose session ended on the way to sign in, and back here after. */
export function redirectToSignIn(): never {
  redirect(`/sign-in?next=${encodeURIComponent(currentRequest().path)}`)
}
