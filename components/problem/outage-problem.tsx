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
  /** What exactly is the trouble. */
  message: string
  /** Under which the log knows it. */
  reference: string
  links: PageLinks
  /** Whether the reader may see the connection: where it is to blame, that is the way on. */
  checks: boolean
}

/** In place of a page whose data cannot be had: why, and one button for what helps. */
export function OutageProblem({ kind, status, message, reference, links, checks }: Props): ReactNode {
  const t = useTranslations('outage')
  return (
    <ProblemText status={status} title={t(`${kind}.title`)} message={message} next={t(`${kind}.next`)}>
      <div className="flex flex-wrap gap-2">
        {kind === 'connection' && checks ? (
          <LinkButton href="/connection" weight="primary">
            {t('checkConnection')}
          </LinkButton>
        ) : (
          // A whole navigation: what went wrong here shall not go along.
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
      <ErrorReference id={reference} />
    </ProblemText>
  )
}
