import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { DomainList } from '../../lib/views/custom-domain.ts'
import type { AddDomainField } from '../../lib/views/custom-domain-form.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { NavCrumb } from '../shell/breadcrumbs.tsx'
import { PageHeader } from '../shell/page-header.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { AddCustomDomainForm } from './add-custom-domain-form.tsx'

type Props = { list: DomainList; action: FormAction<AddDomainField> }

/** Adds a custom domain, or explains why none can be added. */
export function AddCustomDomainPage({ list: { own, trial, full }, action }: Props): ReactNode {
  const t = useTranslations('customDomains')
  const cancel = useTranslations('ui')('cancel')
  const beside = (
    <LinkButton href="/brand/domains" weight="quiet">
      {cancel}
    </LinkButton>
  )
  return (
    <>
      <PageHeader title={t('add.title')} about={t('add.about')} above={<NavCrumb name="domains" />} />
      {trial || full ? (
        <Notice tone="info" title={trial ? t('trial.title') : t('full')}>
          {trial && <p>{t('trial.about', { own })}</p>}
        </Notice>
      ) : (
        <div className="max-w-xl">
          <Panel>
            <AddCustomDomainForm action={action} beside={beside} />
          </Panel>
        </div>
      )}
    </>
  )
}
