import { NextIntlClientProvider } from 'next-intl'
import { unstable_rethrow } from 'next/navigation'
import type { ReactNode } from 'react'
import { ActingEndedPage } from '../components/acting/ended-page.tsx'
import { ClosedPage } from '../components/connection/closed-page.tsx'
import { PasswordFirstPage } from '../components/own/password-first-page.tsx'
import { Problem } from '../components/problem.tsx'
import { changeOwnPasswordAction } from '../lib/actions/own.ts'
import { ActingEnded, Forbidden, NotFound, SignedOut, Unavailable } from '../lib/errors.ts'
import { noteProblem, signInAgain } from '../lib/web/problem.ts'
import { tell } from '../lib/web/tell.ts'
import { requireViewer, type Viewer } from '../lib/web/viewer.ts'
import { wordsFor } from './words-for.ts'

/**
 * What a page does: asks the domain as the viewer, and shows the answer. What is not there, and what is not for them, is the one
 * answer that there is nothing; a neighbour in trouble is a page that says so, with the status to match.
 */
export async function reading<T>(
  ask: (viewer: Viewer) => Promise<T>,
  show: (value: T) => ReactNode,
): Promise<ReactNode> {
  try {
    return show(await ask(await requireViewer()))
  } catch (error) {
    unstable_rethrow(error)
    if (error instanceof SignedOut) return signInAgain()
    if (error instanceof ActingEnded) {
      noteProblem(error, 403)
      return <ActingEndedPage />
    }
    if (error instanceof NotFound) {
      // Next's own notFound() is drawn by script alone once a layout has begun: without one it is a blank page.
      noteProblem(error, 404)
      return <Problem status={404} />
    }
    if (error instanceof Forbidden) {
      if (error.said === 'said.own.passwordFirst') {
        noteProblem(error, 403)
        return (
          <NextIntlClientProvider messages={await wordsFor('own')}>
            <PasswordFirstPage action={changeOwnPasswordAction} />
          </NextIntlClientProvider>
        )
      }
      if (isClosed(error)) {
        noteProblem(error, 403)
        return <ClosedPage why={error.said === 'said.trial.ended' ? 'ended' : 'disconnected'} />
      }
      return <Problem status={403} message={await tell(error.said)} reference={noteProblem(error, 403)} />
    }
    if (error instanceof Unavailable) {
      return <Problem status={503} message={await tell(error.said)} reference={noteProblem(error, 503)} />
    }
    throw error
  }
}

/** The person may do this; the portal as a whole may not, at present. */
function isClosed({ said }: Forbidden): boolean {
  return said === 'said.trial.ended' || said === 'said.trial.disconnected'
}
