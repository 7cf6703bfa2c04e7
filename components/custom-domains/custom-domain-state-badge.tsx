import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { DomainState as State } from '../../lib/views/custom-domain.ts'
import { Badge } from '../ui/badge.tsx'

const TONES = { pending: 'accent', live: 'good', suspended: 'bad' } as const

/** The state of a custom domain. */
export function CustomDomainStateBadge({ state }: { state: State }): ReactNode {
  const t = useTranslations('customDomains.states')
  return <Badge tone={TONES[state]}>{t(state)}</Badge>
}
