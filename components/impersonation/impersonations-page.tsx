import { Eye } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ImpersonationPolicyField, ImpersonationRow } from '../../lib/views/impersonation.ts'
import type { FormAction } from '../../lib/views/form.ts'
import type { Verb } from '../../lib/views/viewer.ts'
import { PageHeader } from '../shell/page-header.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Panel } from '../ui/panel.tsx'
import { ImpersonationTable } from './impersonation-table.tsx'
import { ImpersonationPolicyForm } from './impersonation-policy-form.tsx'

type Props = {
  rows: readonly ImpersonationRow[]
  policy: { shown: boolean; mailed: boolean }
  may: readonly Verb[]
  actions: { end: FormAction<'impersonation'>; choose: FormAction<ImpersonationPolicyField> }
}

/** Current and past impersonations, and what customers see of them. */
export function ImpersonationsPage({ rows, policy, may, actions }: Props): ReactNode {
  const t = useTranslations('impersonation')
  const decides = may.includes('impersonation.end')
  return (
    <>
      <PageHeader title={t('list.title')} about={t('list.about')} />
      {rows.length === 0 ? (
        <EmptyState icon={Eye} title={t('list.none')}>
          {t('list.noneAbout')}
        </EmptyState>
      ) : (
        <ImpersonationTable rows={rows} end={decides ? actions.end : null} />
      )}
      {decides && (
        <div className="max-w-xl">
          <Panel title={t('policy.title')}>
            <ImpersonationPolicyForm policy={policy} action={actions.choose} />
          </Panel>
        </div>
      )}
    </>
  )
}
