import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import { CodesForm } from './recovery-codes-form.tsx'
import { OwnTask } from './own-task.tsx'
import type { Whose } from './recovery-codes.tsx'

type Props = { action: FormAction<never>; whose: Whose }

/** New recovery codes in the place of the old. */
export function CodesPage({ action, whose }: Props): ReactNode {
  const t = useTranslations('members.security')
  return (
    <OwnTask title={t('codes.renewTitle')} back={t('setup.back')}>
      <CodesForm action={action} whose={whose} />
    </OwnTask>
  )
}
