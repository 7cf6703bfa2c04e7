import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { buttonClass } from '../ui/button-class.ts'
import { ProblemText } from './problem-text.tsx'

const NAMES = {
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
  /** Tries again without a page load; without it the page is reloaded. */
  retry?: () => void
}

type Props = Omit<ProblemProps, 'reference'> & { children?: ReactNode }

/** The problem, the next step, and `children` below. Needs no script and loads none. */
export function ProblemSheet({ status, message, retry, children }: Props): ReactNode {
  const t = useTranslations('problem')
  const name = NAMES[status]
  return (
    <ProblemText status={status} title={t(`${name}.title`)} text={message ?? t(`${name}.next`)}>
      <div className="flex flex-wrap gap-2">
        {status >= 500 && <TryAgain {...(retry && { retry })}>{t('retry')}</TryAgain>}
        {status < 500 && status !== 421 && <FullPageLink href="/">{t('home')}</FullPageLink>}
      </div>
      {children}
    </ProblemText>
  )
}

function TryAgain({ retry, children }: { retry?: () => void; children: ReactNode }): ReactNode {
  if (retry === undefined) return <FullPageLink href="?">{children}</FullPageLink>
  return (
    <button type="button" onClick={retry} className={buttonClass()}>
      {children}
    </button>
  )
}

/** A full page load, to start from a clean state. */
function FullPageLink({ href, children }: { href: string; children: ReactNode }): ReactNode {
  return (
    <a href={href} className={buttonClass()}>
      {children}
    </a>
  )
}
