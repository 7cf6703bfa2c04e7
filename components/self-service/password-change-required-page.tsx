import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { PasswordField } from '../../lib/views/profile-form.ts'
import { PageHeader } from '../shell/page-header.tsx'
import { Panel } from '../ui/panel.tsx'
import { OwnPasswordForm } from './own-password-form.tsx'

/** Replaces every page until the user has chosen a password of their own. */
export function PasswordChangeRequiredPage({ action }: { action: FormAction<PasswordField> }): ReactNode {
  const t = useTranslations('selfService.password')
  return (
    <div className="mx-auto max-w-md space-y-5">
      <PageHeader title={t('first')} about={t('firstAbout')} />
      <Panel>
        <OwnPasswordForm action={action} username="" />
      </Panel>
    </div>
  )
}
