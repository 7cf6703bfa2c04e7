import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ErrorReference } from '../ui/error-reference.tsx'
import { LinkButton } from '../ui/link-button.tsx'

type Props = {
  /** Who may open the page, or why nobody may now. */
  message: string
  /** The reference in the log. */
  reference: string
  /** Whether the viewer has accounts to go to, or only their own phone. */
  accounts: boolean
}

/** Replaces a page that the viewer may not open: the reason, and a way on within what is theirs. */
export function ForbiddenProblem({ message, reference, accounts }: Props): ReactNode {
  const t = useTranslations('problem')
  return (
    <div className="mx-auto max-w-lg space-y-4 py-12">
      <p className="tabular-nums text-sm font-medium text-ink-faint">403</p>
      <h1 className="text-xl font-semibold">{t('forbidden.title')}</h1>
      <p className="text-ink">{message}</p>
      <LinkButton href={accounts ? '/' : '/me'} weight="primary">
        {t(accounts ? 'home' : 'ownPhone')}
      </LinkButton>
      <ErrorReference id={reference} />
    </div>
  )
}
