import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { DomainFlash, DomainPage as Domain } from '../../lib/views/custom-domain.ts'
import type { TieDomainField } from '../../lib/views/custom-domain-form.ts'
import type { FormAction } from '../../lib/views/form.ts'
import type { Verb } from '../../lib/views/viewer.ts'
import { NavCrumb } from '../shell/breadcrumbs.tsx'
import { PageHeader } from '../shell/page-header.tsx'
import { Badge } from '../ui/badge.tsx'
import { timeOf } from '../ui/local-time.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import type { RefreshPage } from '../ui/refreshed.ts'
import type { LoadOptions, Option } from '../ui/use-choices.ts'
import { CustomDomainAccountForm } from './custom-domain-account-form.tsx'
import { FlashMessage } from '../ui/flash-message.tsx'
import { CustomDomainCheck } from './custom-domain-check.tsx'
import { CustomDomainStateBadge } from './custom-domain-state-badge.tsx'
import { ManageCustomDomainPanel } from './manage-custom-domain-panel.tsx'
import { DnsRecordsPanel } from './dns-records-panel.tsx'
import { useNameLabel } from '../shell/name-label.tsx'

type Props = {
  domain: Domain
  /** The first accounts to choose from. */
  first: readonly Option[]
  may: readonly Verb[]
  done: DomainFlash | null
  actions: {
    choosePrimary: FormAction<'host' | 'primary'>
    tie: FormAction<TieDomainField>
    findAccounts: LoadOptions
    remove: FormAction<'host'>
    refresh: RefreshPage
  }
}

/** A custom domain: its state, its DNS records, and its settings. */
export function CustomDomainPage({ domain, first, may, done, actions }: Props): ReactNode {
  const t = useTranslations('customDomains')
  const { host, letters, state, primary, mistakable, lines, checkedAt } = domain
  const edits = may.includes('domain.edit')
  return (
    <>
      <PageHeader
        title={letters ?? host}
        above={<NavCrumb name="domains" />}
        {...(letters !== null && { about: <span className="monospace">{host}</span> })}
        marks={
          <>
            <CustomDomainStateBadge state={state} />
            {primary && <Badge tone="neutral">{t('list.primary')}</Badge>}
          </>
        }
      />
      <FlashMessage title={done && t(`flash.${done}`)} />
      <CustomDomainStatusNotice domain={domain} />
      {mistakable && (
        <Notice tone="warning" title={t('mistakable.title')}>
          <p>{t('mistakable.about', { host })}</p>
        </Notice>
      )}
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <DnsRecordsPanel domain={domain} />
        <CustomDomainCheck {...{ host, lines, checkedAt }} checks={edits} refresh={actions.refresh} />
      </div>
      <AccountPanel domain={domain} first={first} edits={edits} actions={actions} />
      {edits && <ManageCustomDomainPanel domain={domain} actions={actions} />}
    </>
  )
}

const TONES = { pending: 'info', live: 'warning', suspended: 'error' } as const

function CustomDomainStatusNotice({ domain: { state, problem, badSince } }: { domain: Domain }): ReactNode {
  const t = useTranslations('customDomains')
  const failing = state === 'live' && badSince !== null
  if (state === 'live' && !failing) return <p className="text-sm text-ink-soft">{t('status.live')}</p>
  return (
    <Notice tone={TONES[state]} {...(problem !== null && { title: t(`problems.${problem}`) })}>
      <p>{failing ? t.rich('status.failing', { at: timeOf(badSince) }) : t(`status.${state}`)}</p>
    </Notice>
  )
}

function AccountPanel({
  domain: { host, account, accountId },
  first,
  edits,
  actions,
}: Pick<Props, 'actions' | 'first'> & { domain: Domain; edits: boolean }): ReactNode {
  const t = useTranslations('customDomains.account')
  const nameLabel = useNameLabel()
  return (
    <Panel title={t('title')} className="space-y-4">
      <p className="text-sm">
        {account === null ? t('all') : t('now', { account: nameLabel('account', account) })}
      </p>
      <p className="text-sm text-ink-soft">{t('about')}</p>
      {edits && (
        <div className="max-w-xl">
          <CustomDomainAccountForm
            host={host}
            value={account === null || accountId === null ? null : { id: accountId, label: account }}
            first={first}
            action={actions.tie}
            load={actions.findAccounts}
          />
        </div>
      )}
    </Panel>
  )
}
