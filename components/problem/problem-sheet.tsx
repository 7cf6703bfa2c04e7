import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { buttonClass } from '../ui/button-class.ts'
import { ProblemText } from './problem-text.tsx'

const NAMES = {
  403: 'forbidden',
  404: 'notFound',
  421: 'misdirected',
  500: 'fault',
  503: 'unavailable',
} as const
export type ProblemStatus = keyof typeof NAMES

export type ProblemProps = {
  status: ProblemStatus
  message?: string | undefined
  reference?: string | null | undefined
  /** Tries again without leaving the page; without it the page is loaded again. */
  retry?: () => void
}

type Props = Omit<ProblemProps, 'reference'> & { children?: ReactNode }

/** What went wrong, what to do next; under it whatever else there is to say. It needs no script, and brings none along. */
export function ProblemSheet({ status, message, retry, children }: Props): ReactNode {
  const t = useTranslations('problem')
  const name = NAMES[status]
  return (
    <ProblemText status={status} title={t(`${name}.title`)} message={message} next={t(`${name}.next`)}>
      <div className="flex flex-wrap gap-2">
        {status >= 500 && <TryAgain {...(retry && { retry })}>{t('retry')}</TryAgain>}
        {status !== 421 && <WholeNavigation href="/">{t('home')}</WholeNavigation>}
      </div>
      {children}
    </ProblemText>
  )
}

function TryAgain({ retry, children }: { retry?: () => void; children: ReactNode }): ReactNode {
  if (retry === undefined) return <WholeNavigation href="?">{children}</WholeNavigation>
  return (
    <button type="button" onClick={retry} className={buttonClass()}>
      {children}
    </button>
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
