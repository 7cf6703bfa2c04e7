import type { ReactNode } from 'react'
import { Button, buttonClass } from './ui/button.tsx'
import { Reference } from './ui/reference.tsx'

export type ProblemStatus = 403 | 404 | 421 | 500 | 503

const WORDS: Record<ProblemStatus, { title: string; next: string }> = {
  403: {
    title: 'Your role does not allow this',
    next: 'Ask an owner or admin of your team to do it, or to change your role.',
  },
  404: {
    title: 'There is nothing here',
    next: 'It may have been deleted, or the address belongs to another session. Find it again from the list of accounts.',
  },
  421: {
    title: 'No portal at this address',
    next: 'This server does not answer for the name in your address bar. Check the address you were given.',
  },
  500: {
    title: 'The portal made a mistake',
    next: 'Nothing you did was wrong. Try again; if it stays so, tell support the reference.',
  },
  503: {
    title: 'Something the portal needs does not answer',
    next: 'Nothing was lost. Try again in a minute; if it stays so, tell support the reference.',
  },
}

type Props = {
  status: ProblemStatus
  message?: string | undefined
  reference?: string | null | undefined
  /** Tries again without leaving the page; without it the page is loaded again. */
  retry?: () => void
}

/** Says why a page cannot be shown, what to do next, and under which reference the log knows. */
export function Problem({ status, message, reference, retry }: Props): ReactNode {
  const { title, next } = WORDS[status]
  return (
    <div className="mx-auto max-w-lg space-y-4 py-12">
      <p className="count text-sm font-medium text-ink-faint">{status}</p>
      <h1 className="text-xl font-semibold">{title}</h1>
      {message !== undefined && <p className="text-ink">{message}</p>}
      <p className="text-ink-soft">{next}</p>
      <div className="flex flex-wrap gap-2">
        {status >= 500 &&
          (retry ? (
            <Button onClick={retry}>Try again</Button>
          ) : (
            <WholeNavigation href="?">Try again</WholeNavigation>
          ))}
        {status !== 421 && <WholeNavigation href="/">Go to the accounts</WholeNavigation>}
      </div>
      {reference !== undefined && reference !== null && <Reference id={reference} />}
    </div>
  )
}

/** A link that loads its page from scratch: what went wrong here shall not go along. */
function WholeNavigation({ href, children }: { href: string; children: ReactNode }): ReactNode {
  return (
    <a href={href} className={buttonClass()}>
      {children}
    </a>
  )
}
