import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { StepUpField } from '../../lib/views/step-up-form.ts'
import { PageHeader } from '../shell/page-header.tsx'
import { Panel } from '../ui/panel.tsx'
import { StepUpForm } from './step-up-form.tsx'

type Props = { action: FormAction<StepUpField>; email: string; next: string }

/** Asks for the password where a dialog cannot: without script, and before a download. */
export function StepUpPage({ action, email, next }: Props): ReactNode {
  const t = useTranslations('shell.stepUp')
  return (
    <div className="max-w-md space-y-5">
      <PageHeader title={t('title')} about={t('about')} />
      <Panel>
        <StepUpForm action={action} email={email} next={next} />
      </Panel>
    </div>
  )
}
