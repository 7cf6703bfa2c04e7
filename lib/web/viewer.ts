// Who is here: asked once a request, and the only way from a page into a session.
import 'server-only'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { currentRequest } from '../session/request.ts'
import type { Viewer } from '../session/viewer.ts'
import { findViewer } from './find-viewer.ts'

export type { Viewer } from '../session/viewer.ts'

/** The viewer, as `findViewer`, asked once. @throws ImpersonationEnded, Unavailable */
export const currentViewer = cache(findViewer)

/** The viewer; who is not signed in is sent to do so and comes back here. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await currentViewer()
  if (viewer !== null) return viewer
  const { path } = currentRequest()
  return redirect(path === '/' || path === '' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`)
}
