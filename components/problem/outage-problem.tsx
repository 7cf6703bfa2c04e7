import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { OutageKind, PageLinks } from '../../lib/views/outage.ts'
import { buttonClass } from '../ui/button-class.ts'
import { LinkButton } from '../ui/link-button.tsx'
import { ErrorReference } from '../ui/error-reference.tsx'
import { ProblemText } from './problem-text.tsx'

type Props = {
  kind: OutageKind
  status: number
  /** The specific problem. */
  message: string
  /** The reference in the log. */
  reference: string
  links: PageLinks
  /** What tries again by itself, where that may help. */
  retry: ReactNode
  /** Whether the viewer may see the connection, to link there if it is the cause. */
  checks: boolean
}

/** Replaces a page whose data could not be loaded: the reason, and a button for the next step. */
export function OutageProblem({ kind, status, message, reference, links, retry, checks }: Props): ReactNode {
  const t = useTranslations('outage')
  return (
    <ProblemText status={status} title={t(`${kind}.title`)} text={message}>
      <div className="flex flex-wrap gap-2">
        {kind === 'connection' && checks ? (
          <LinkButton href="/connection" weight="primary">
            {t('checkConnection')}
          </LinkButton>
        ) : (
          // A full page load, to start from a clean state.
          <a href={links.again} className={buttonClass('primary')}>
            {t('retry')}
          </a>
        )}
        {kind === 'timeout' && (
          <a href={links.longer} className={buttonClass()}>
            {t('waitLonger')}
          </a>
        )}
      </div>
      {retry}
      <ErrorReference id={reference} />
    </ProblemText>
  )
}
