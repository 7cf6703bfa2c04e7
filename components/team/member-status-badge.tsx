import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { MemberRow } from '../../lib/views/member.ts'
import { Badge } from '../ui/badge.tsx'

const TONES = { invited: 'accent', suspended: 'warn' } as const

/** The status of a member; only unusual ones get a badge. */
export function MemberStatusBadge({ status }: { status: MemberRow['status'] }): ReactNode {
  const t = useTranslations('members.team.states')
  if (status === 'active') return <span className="text-ink-soft">{t(status)}</span>
  return <Badge tone={TONES[status]}>{t(status)}</Badge>
}
