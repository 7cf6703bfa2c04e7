import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { BreadcrumbItem } from '../../lib/views/account.ts'
import type { ImpersonationField, ImpersonationTarget } from '../../lib/views/impersonation.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { Crumb } from '../shell/breadcrumbs.tsx'
import { PageHeader } from '../shell/page-header.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { Panel } from '../ui/panel.tsx'
import { ImpersonateForm } from './impersonate-form.tsx'
import { useNameLabel } from '../shell/name-label.tsx'

const NO_ACCOUNTS: readonly BreadcrumbItem[] = []

type Props = { target: ImpersonationTarget; action: FormAction<ImpersonationField> }

/** Starts an impersonation. */
export function ImpersonatePage({ target, action }: Props): ReactNode {
  const t = useTranslations('impersonation')
  const nameLabel = useNameLabel()
  const { targetName, by, back } = target
  const account = nameLabel('account', target.account)
  return (
    <>
      <PageHeader
        title={
          targetName === null
            ? t('start.inAccount', { account })
            : t('start.asUser', { name: nameLabel('user', targetName) })
        }
        breadcrumbs={NO_ACCOUNTS}
        above={<Crumb href={back}>{targetName === null ? account : nameLabel('user', targetName)}</Crumb>}
        about={t('start.about', { account })}
      />
      <div className="max-w-xl">
        <Panel className="space-y-4">
          <ImpersonateForm
            target={target}
            action={action}
            beside={
              <LinkButton href={back} weight="quiet">
                {t('start.back')}
              </LinkButton>
            }
          />
          <p className="text-xs text-ink-soft">{t(`start.by.${by}`)}</p>
        </Panel>
      </div>
    </>
  )
}
