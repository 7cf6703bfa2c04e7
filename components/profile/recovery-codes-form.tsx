'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import { Form } from '../ui/form.tsx'
import { RecoveryCodes, type CodesOwner } from './recovery-codes.tsx'

/** Generates new recovery codes and shows them in its place. */
export function RecoveryCodesForm({
  action,
  owner,
}: {
  action: FormAction<never>
  owner: CodesOwner
}): ReactNode {
  const t = useTranslations('members.security.codes')
  return (
    <Form
      action={action}
      submit={t('submit')}
      submitting={t('submitting')}
      warnOnLeave={false}
      renderDone={(done) => <RecoveryCodes done={done} owner={owner} />}
    >
      <p className="text-sm">{t('renewAbout')}</p>
    </Form>
  )
}
