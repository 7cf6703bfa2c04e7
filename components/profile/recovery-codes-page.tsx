import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import { RecoveryCodesForm } from './recovery-codes-form.tsx'
import { SecurityTaskPage } from './security-task-page.tsx'
import type { CodesOwner } from './recovery-codes.tsx'

type Props = { action: FormAction<never>; owner: CodesOwner }

/** Replaces the recovery codes. */
export function RecoveryCodesPage({ action, owner }: Props): ReactNode {
  const t = useTranslations('members.security')
  return (
    <SecurityTaskPage title={t('codes.renewTitle')}>
      <RecoveryCodesForm action={action} owner={owner} />
    </SecurityTaskPage>
  )
}
