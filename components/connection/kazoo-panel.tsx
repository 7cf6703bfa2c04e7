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

/** The Kazoo behind the portal: where it is, and what it says of itself at this moment. */
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
      <Suspense fallback={<Asking address={address} />}>
        <Now now={now} address={address} />
      </Suspense>
    </Panel>
  )
}

function Asking({ address }: { address: Fact }): ReactNode {
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

function Now({ now, address }: { now: Promise<KazooStatus | null>; address: Fact }): ReactNode {
  const t = useTranslations('connection.kazoo')
  const message = use(now)
  if (message === null) {
    return (
      <>
        <p className="text-sm font-medium">
          <StatusDot on={null}>{t('notAsked')}</StatusDot>
        </p>
        <Facts facts={[address]} />
      </>
    )
  }
  if (!message.ok) {
    return (
      <>
        <Notice tone="error" title={t('failed')} reference={message.reference}>
          <p>{t(`failures.${message.reason}`)}</p>
        </Notice>
        <Facts facts={[address]} />
      </>
    )
  }
  const version = message.version ?? t('versionUnknown')
  return (
    <>
      <p className="text-sm font-medium">
        <StatusDot on>{t('answers')}</StatusDot>
      </p>
      <Facts
        facts={[
          address,
          { name: t('account'), value: message.account },
          { name: t('realm'), value: <span className="monospace">{message.realm}</span> },
          { name: t('version'), value: version },
        ]}
      />
    </>
  )
}
