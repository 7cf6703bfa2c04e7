import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { AuditStage } from '../../lib/views/audit.ts'
import { Badge } from '../ui/badge.tsx'

const TONES = { done: 'good', failed: 'bad', began: 'warn', unknown: 'warn' } as const

/** The outcome of an event. */
export function OutcomeBadge({ stage }: { stage: AuditStage }): ReactNode {
  return <Badge tone={TONES[stage]}>{useTranslations('audit.outcomes')(stage)}</Badge>
}
