import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { MemberRow } from '../../lib/views/member.ts'
import { Badge } from '../ui/badge.tsx'

const TONES = { invited: 'accent', suspended: 'warn' } as const

/** Whether somebody can sign in; what is out of the ordinary stands out. */
export function MemberStatusBadge({ status }: { status: MemberRow['status'] }): ReactNode {
  const t = useTranslations('members.team.states')
  if (status === 'active') return <span className="text-ink-soft">{t(status)}</span>
  return <Badge tone={TONES[status]}>{t(status)}</Badge>
}
