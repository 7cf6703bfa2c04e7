import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { DomainPage } from '../../lib/views/custom-domain.ts'
import { CopyableText } from '../ui/copyable-text.tsx'
import { Panel } from '../ui/panel.tsx'

type Entry = { type: string; name: string; value: string }

/** The records to create in DNS: where the domain points, and the proof of ownership. */
export function DnsRecordsPanel({ domain: { host, zone, records } }: { domain: DomainPage }): ReactNode {
  const t = useTranslations('customDomains.records')
  const { addresses, alias, proof } = records
  const byAddress = addresses.map(({ type, value }) => ({ type, value, name: host }))
  if (proof === null) {
    return (
      <Panel title={t('title')}>
        <p className="text-sm text-ink-soft">{t('none')}</p>
      </Panel>
    )
  }
  return (
    <Panel title={t('title')} className="space-y-5">
      <p className="text-sm text-ink-soft">{t('about', { zone })}</p>
      <section className="space-y-3">
        <h3 className="text-sm font-semibold">{t('point')}</h3>
        {alias !== null && (
          <Entries
            about={t(byAddress.length === 0 ? 'only' : 'either')}
            entries={[{ type: 'CNAME', name: host, value: alias }]}
          />
        )}
        {byAddress.length > 0 && (
          <Entries about={t(alias === null ? 'addresses' : 'or')} entries={byAddress} />
        )}
        {alias === null && byAddress.length === 0 && (
          <p className="text-sm text-ink-soft">{t('nothing', { zone })}</p>
        )}
      </section>
      <section className="space-y-3">
        <h3 className="text-sm font-semibold">{t('proof')}</h3>
        <Entries about={t('proofAbout')} entries={[{ type: 'TXT', ...proof }]} />
      </section>
    </Panel>
  )
}

function Entries({ about, entries }: { about: string; entries: readonly Entry[] }): ReactNode {
  return (
    <div className="space-y-1.5">
      <p className="text-sm text-ink-soft">{about}</p>
      {entries.map((entry) => (
        <EntryLine key={entry.value} entry={entry} />
      ))}
    </div>
  )
}

function EntryLine({ entry: { type, name, value } }: { entry: Entry }): ReactNode {
  const t = useTranslations('customDomains.records')
  return (
    <dl className="grid grid-cols-[4rem_minmax(0,1fr)] items-baseline gap-x-3 rounded-md border border-line bg-sunken px-3 py-1.5 text-sm">
      <dt className="text-ink-faint">{t('type')}</dt>
      <dd className="monospace">{type}</dd>
      <dt className="text-ink-faint">{t('name')}</dt>
      <dd>
        <CopyableText text={name} label={t('copy', { what: `${type} ${t('name')}` })} />
      </dd>
      <dt className="text-ink-faint">{t('value')}</dt>
      <dd>
        <CopyableText text={value} label={t('copy', { what: `${type} ${t('value')}` })} />
      </dd>
    </dl>
  )
}
