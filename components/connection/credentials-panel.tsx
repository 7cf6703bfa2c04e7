import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ConnectionState } from '../../lib/views/connection.ts'
import { Facts } from '../ui/facts.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { LocalTime } from '../ui/local-time.tsx'
import { Panel } from '../ui/panel.tsx'

type Props = { state: ConnectionState; edits: boolean }

/** The kind and status of the stored credentials, never the credentials themselves. */
export function CredentialsPanel({ state, edits }: Props): ReactNode {
  const t = useTranslations('connection.credentials')
  const { credentials, realm, heldSince, lastWorkedAt, lastError, lastErrorAt, wentLiveAt } = state
  const kind = credentials === null ? 'none' : credentials === 'token' ? 'token' : 'key'
  const facts = [
    { name: t('kind'), value: t(`kinds.${kind}`) },
    realm === null ? null : { name: t('realm'), value: <span className="monospace">{realm}</span> },
    heldSince === null ? null : { name: t('since'), value: <LocalTime at={heldSince} /> },
    credentials === null
      ? null
      : { name: t('worked'), value: lastWorkedAt === null ? t('never') : <LocalTime at={lastWorkedAt} /> },
    lastError === null || lastErrorAt === null
      ? null
      : {
          name: t('error'),
          value: (
            <>
              {t(`errors.${lastError}`)} <LocalTime at={lastErrorAt} />
            </>
          ),
        },
    wentLiveAt === null ? null : { name: t('live'), value: <LocalTime at={wentLiveAt} /> },
  ]
  return (
    <Panel
      title={t('title')}
      className="space-y-3"
      aside={
        edits && (
          <LinkButton
            href="/connection/credentials"
            size="small"
            weight={credentials === null ? 'primary' : 'plain'}
          >
            {t(credentials === null ? 'connect' : 'replace')}
          </LinkButton>
        )
      }
    >
      <Facts facts={facts.filter((fact) => fact !== null)} />
      <p className="text-xs text-ink-faint">{t(credentials === null ? 'noneAbout' : 'about')}</p>
    </Panel>
  )
}
