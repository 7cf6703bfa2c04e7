import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { MemberRow } from '../../lib/views/member.ts'
import { Badge } from '../ui/badge.tsx'

const TONES = { invited: 'accent', active: 'good', suspended: 'warn' } as const

/** Whether somebody can sign in. */
export function Standing({ status }: { status: MemberRow['status'] }): ReactNode {
  const t = useTranslations('members.team.states')
  return <Badge tone={TONES[status]}>{t(status)}</Badge>
}
