import { useTranslations } from 'next-intl'
import { Suspense, use, type ReactNode } from 'react'
import type { Capability, KazooStatus } from '../../lib/views/connection.ts'
import { Badge } from '../ui/badge.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { Panel } from '../ui/panel.tsx'
import { Spinner } from '../ui/spinner.tsx'

type Props = { now: Promise<KazooStatus | null> }

/** What this Kazoo supports, before anybody tries. */
export function CapabilitiesPanel({ now }: Props): ReactNode {
  const t = useTranslations('connection.capabilities')
  return (
    <Panel title={t('title')} hint={t('about')}>
      <Suspense
        fallback={
          <p className="flex items-center gap-2 text-sm text-ink-soft">
            <Spinner />
            {t('asking')}
          </p>
        }
      >
        <CapabilityList now={now} />
      </Suspense>
    </Panel>
  )
}

function CapabilityList({ now }: Props): ReactNode {
  const t = useTranslations('connection.capabilities')
  const status = use(now)
  if (status === null || !status.ok) return <p className="text-sm text-ink-soft">{t('notAsked')}</p>
  return (
    <ul className="divide-y divide-line text-sm">
      {status.capabilities.map((capability) => (
        <li key={capability.name} className="space-y-1 py-3 first:pt-0 last:pb-0">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="font-medium">{t(`titles.${capability.name}`)}</span>
            <CapabilityBadge works={capability.works} />
          </p>
          <p className="text-ink-soft">{t(`says.${capability.name}.${outcomeOf(capability)}`)}</p>
          {capability.name === 'accounts' && capability.works === false && (
            <ProviderMessage account={status.account} />
          )}
        </li>
      ))}
    </ul>
  )
}

function outcomeOf({ works }: Capability): 'works' | 'fails' | 'unknown' {
  if (works === null) return 'unknown'
  return works ? 'works' : 'fails'
}

function CapabilityBadge({ works }: { works: boolean | null }): ReactNode {
  const t = useTranslations('connection.capabilities.states')
  if (works === null) return <Badge tone="neutral">{t('unknown')}</Badge>
  return <Badge tone={works ? 'good' : 'warn'}>{t(works ? 'works' : 'fails')}</Badge>
}

/** What to tell the Kazoo provider. */
function ProviderMessage({ account }: { account: string }): ReactNode {
  const t = useTranslations('accounts.form.lost')
  const forward = t('forward', { parent: account })
  return (
    <div className="flex items-start gap-1">
      <blockquote className="min-w-0 border-l-2 border-line-strong pl-3 text-ink-soft">{forward}</blockquote>
      <CopyButton text={forward} label={t('copy')} />
    </div>
  )
}
