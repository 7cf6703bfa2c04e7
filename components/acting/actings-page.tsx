import { Eye } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ActingPolicyField, ActingRow } from '../../lib/views/acting.ts'
import type { FormAction } from '../../lib/views/form.ts'
import type { Verb } from '../../lib/views/viewer.ts'
import { PageHeader } from '../page-header.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Panel } from '../ui/panel.tsx'
import { ActingTable } from './acting-table.tsx'
import { PolicyForm } from './policy-form.tsx'

type Props = {
  rows: readonly ActingRow[]
  policy: { shown: boolean; mailed: boolean }
  may: readonly Verb[]
  actions: { end: FormAction<'acting'>; choose: FormAction<ActingPolicyField> }
}

/** Who acts as whom now, and who did; and what customers are let know of it. */
export function ActingsPage({ rows, policy, may, actions }: Props): ReactNode {
  const t = useTranslations('acting')
  const decides = may.includes('act.end')
  return (
    <>
      <PageHeader title={t('list.title')} about={t('list.about')} />
      {rows.length === 0 ? (
        <EmptyState icon={Eye} title={t('list.none')}>
          {t('list.noneAbout')}
        </EmptyState>
      ) : (
        <ActingTable rows={rows} end={decides ? actions.end : null} />
      )}
      {decides && (
        <div className="max-w-xl">
          <Panel title={t('policy.title')}>
            <PolicyForm policy={policy} action={actions.choose} />
          </Panel>
        </div>
      )}
    </>
  )
}
