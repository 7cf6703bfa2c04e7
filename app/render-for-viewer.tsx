import { setTimeout as sleep } from 'node:timers/promises'
import { NextIntlClientProvider } from 'next-intl'
import { unstable_rethrow } from 'next/navigation'
import type { ReactNode } from 'react'
import { ImpersonationEndedPage } from '../components/impersonation/impersonation-ended-page.tsx'
import { ClosedPage } from '../components/connection/closed-page.tsx'
import { PasswordChangeRequiredPage } from '../components/self-service/password-change-required-page.tsx'
import { ForbiddenProblem } from '../components/problem/forbidden-problem.tsx'
import { OutageProblem } from '../components/problem/outage-problem.tsx'
import { Problem } from '../components/problem/problem.tsx'
import { RetryCountdown } from '../components/problem/retry-countdown.tsx'
import { SlowPage } from '../components/shell/slow-page.tsx'
import { PageBoundary } from '../components/shell/page-boundary.tsx'
import { changeOwnPasswordAction } from '../lib/actions/self-service.ts'
import { badgeOf } from '../lib/domain/auth/viewer-badge.ts'
import { ImpersonationEnded, Forbidden, NotFound, SignedOut, Unavailable } from '../lib/errors.ts'
import { outageOf } from '../lib/web/outage.ts'
import { currentPageWait } from '../lib/web/page-wait.ts'
import { withDeadline } from '../lib/web/read-timeout.ts'
import { recordProblem, redirectToSignIn } from '../lib/web/problem.ts'
import { translate } from '../lib/web/translate.ts'
import { requireViewer, type Viewer } from '../lib/web/viewer.ts'
import { messagesFor } from './messages-for.ts'

/** Renders the page, or what replaces it. */
type Rendering = () => ReactNode | Promise<ReactNode>

/**
 * Asks the domain as the viewer and renders the answer. What does not exist and what belongs to others is the
 * same 404; an unavailable dependency is a page with its status. A slow answer is streamed after the frame,
 * within a limit (decision 251).
 */
export async function renderForViewer<T>(
  ask: (viewer: Viewer) => Promise<T>,
  show: (value: T) => ReactNode,
): Promise<ReactNode> {
  let viewer: Viewer
  try {
    viewer = await requireViewer()
  } catch (error) {
    unstable_rethrow(error)
    return problemOf(error, null)
  }
  const { limitMs, frameAfterMs, links } = currentPageWait()
  const rendering = withDeadline(viewer, limitMs, ask).then(
    (value): Rendering =>
      () =>
        show(value),
    (error: unknown): Rendering =>
      () =>
        failed(error, viewer),
  )
  const inTime = await (frameAfterMs === null
    ? rendering
    : Promise.race([rendering, sleep(frameAfterMs, null)]))
  if (inTime !== null) return <PageBoundary fallback={null}>{await inTime()}</PageBoundary>
  return (
    <PageBoundary fallback={<SlowPage whole={links.whole} />}>
      <Late rendering={rendering} />
    </PageBoundary>
  )
}

async function Late({ rendering }: { rendering: Promise<Rendering> }): Promise<ReactNode> {
  return (await rendering)()
}

function failed(error: unknown, viewer: Viewer): Promise<ReactNode> {
  unstable_rethrow(error)
  return problemOf(error, viewer)
}

/** What replaces a page after an error. Logs it, and sets the status where that is still possible. */
async function problemOf(error: unknown, viewer: Viewer | null): Promise<ReactNode> {
  if (error instanceof SignedOut) return redirectToSignIn()
  if (error instanceof ImpersonationEnded) {
    recordProblem(error, 403)
    return <ImpersonationEndedPage />
  }
  if (error instanceof NotFound) {
    // Next renders its own notFound() only by script once a layout has started: without script it is a blank
    // page.
    recordProblem(error, 404)
    return <Problem status={404} />
  }
  if (error instanceof Forbidden) return forbidden(error, viewer)
  if (error instanceof Unavailable) return outage(error, viewer)
  return <Problem status={500} reference={recordProblem(error, 500)} />
}

async function forbidden(error: Forbidden, viewer: Viewer | null): Promise<ReactNode> {
  const reference = recordProblem(error, 403)
  if (error.userMessage === 'messages.selfService.passwordFirst') {
    return (
      <NextIntlClientProvider messages={await messagesFor('selfService')}>
        <PasswordChangeRequiredPage action={changeOwnPasswordAction} />
      </NextIntlClientProvider>
    )
  }
  // The viewer may do this, but the portal as a whole may not at present.
  if (error.userMessage === 'messages.trial.ended') return <ClosedPage why="ended" />
  if (error.userMessage === 'messages.trial.disconnected') return <ClosedPage why="disconnected" />
  return (
    <ForbiddenProblem
      message={await translate(error.userMessage)}
      reference={reference}
      accounts={viewer === null || badgeOf(viewer).may.includes('account.read')}
    />
  )
}

async function outage(error: Unavailable, viewer: Viewer | null): Promise<ReactNode> {
  const { kind, status } = outageOf(error)
  const { links } = currentPageWait()
  const retry = status === 503 && (
    <NextIntlClientProvider messages={await messagesFor('outage')}>
      <RetryCountdown whole={links.whole} />
    </NextIntlClientProvider>
  )
  return (
    <OutageProblem
      kind={kind}
      status={status}
      message={await translate(error.userMessage)}
      reference={recordProblem(error, status)}
      links={links}
      retry={retry}
      checks={viewer !== null && badgeOf(viewer).may.includes('connection.read')}
    />
  )
}
