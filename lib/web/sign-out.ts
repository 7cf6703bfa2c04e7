// Signs out by a full navigation: a route change by script would keep the last pages in the browser's memory.
import 'server-only'
import { signOutEverywhere } from '../domain/member/sessions.ts'
import { signOut } from '../domain/auth/sign-in.ts'
import { Forbidden, Unavailable } from '../errors.ts'
import { log } from '../log.ts'
import { currentRequest } from '../session/request.ts'
import { currentViewer } from './viewer.ts'
import { requireSameOrigin } from './same-origin.ts'
import { translate } from './translate.ts'

/**
 * Ends this session, or all sessions of the viewer, and redirects to sign-in; the browser deletes everything
 * that it stored of the portal. Plain text when that fails.
 */
export async function answerSignOut(where: 'here' | 'everywhere'): Promise<Response> {
  try {
    await requireSameOrigin()
    const viewer = where === 'everywhere' ? await currentViewer() : null
    if (viewer !== null) await signOutEverywhere(viewer)
    await signOut()
    return new Response(null, {
      status: 303,
      headers: { Location: '/sign-in?done=1', 'Clear-Site-Data': '"cache", "storage"' },
    })
  } catch (error) {
    if (!(error instanceof Forbidden || error instanceof Unavailable)) throw error
    const { reference } = currentRequest()
    log.warn('sign-out refused', { error, reference })
    const lines = await Promise.all(
      [error.userMessage, { key: 'messages.reference', values: { reference } } as const].map(translate),
    )
    return new Response(`${lines.join('\n')}\n`, {
      status: error instanceof Forbidden ? 403 : 503,
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    })
  }
}
