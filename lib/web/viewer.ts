// Finds the viewer, once per request; the only way from a page into a session.
import 'server-only'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { currentRequest } from '../session/request.ts'
import type { Viewer } from '../session/viewer.ts'
import { findViewer } from './find-viewer.ts'

export type { Viewer } from '../session/viewer.ts'

/**
 * The viewer, from `findViewer`, called once.
 * @throws ImpersonationEnded, Unavailable
 */
export const currentViewer = cache(findViewer)

/** The viewer; redirects to sign-in where nobody is signed in, and back here afterwards. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await currentViewer()
  if (viewer !== null) return viewer
  const { path } = currentRequest()
  return redirect(path === '/' || path === '' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`)
}
