import { useTranslations } from 'next-intl'
import { Suspense, use, type ReactNode } from 'react'
import type { ConnectionState, KazooStatus } from '../../lib/views/connection.ts'
import { Facts, type Fact } from '../ui/facts.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { StatusDot } from '../ui/status-dot.tsx'

type Props = { state: ConnectionState; now: Promise<KazooStatus | null>; edits: boolean }

/** The address of the tenant's Kazoo and what it reports now. */
export function KazooPanel({ state, now, edits }: Props): ReactNode {
  const t = useTranslations('connection.kazoo')
  const address: Fact = { name: t('address'), value: <span className="monospace">{state.address}</span> }
  return (
    <Panel
      title={t('title')}
      className="space-y-3"
      aside={
        edits && (
          <LinkButton href="/connection/address" size="small">
            {t('move')}
          </LinkButton>
        )
      }
    >
      <Suspense fallback={<Loading address={address} />}>
        <StatusNow now={now} address={address} />
      </Suspense>
    </Panel>
  )
}

function Loading({ address }: { address: Fact }): ReactNode {
  const t = useTranslations('connection.kazoo')
  return (
    <>
      <p className="flex items-center gap-2 text-sm text-ink-soft">
        <Spinner />
        {t('asking')}
      </p>
      <Facts facts={[address]} />
    </>
  )
}

function StatusNow({ now, address }: { now: Promise<KazooStatus | null>; address: Fact }): ReactNode {
  const t = useTranslations('connection.kazoo')
  const status = use(now)
  if (status === null) {
    return (
      <>
        <p className="text-sm font-medium">
          <StatusDot on={null}>{t('notAsked')}</StatusDot>
        </p>
        <Facts facts={[address]} />
      </>
    )
  }
  if (!status.ok) {
    return (
      <>
        <Notice tone="error" title={t('failed')} reference={status.reference}>
          <p>{t(`failures.${status.reason}`)}</p>
        </Notice>
        <Facts facts={[address]} />
      </>
    )
  }
  const version = status.version ?? t('versionUnknown')
  return (
    <>
      <p className="text-sm font-medium">
        <StatusDot on>{t('answers')}</StatusDot>
      </p>
      <Facts
        facts={[
          address,
          { name: t('account'), value: status.account },
          { name: t('realm'), value: <span className="monospace">{status.realm}</span> },
          { name: t('version'), value: version },
        ]}
      />
    </>
  )
}
