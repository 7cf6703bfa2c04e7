'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { RecordLine } from '../../lib/views/custom-domain.ts'
import { timeOf } from '../ui/local-time.tsx'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import type { RefreshPage } from '../ui/refreshed.ts'
import { Spinner } from '../ui/spinner.tsx'
import { DnsRecordList } from './dns-record-list.tsx'
import { useCustomDomainCheck } from './use-custom-domain-check.ts'

type Props = {
  host: string
  lines: readonly RecordLine[]
  checkedAt: string | null
  checks: boolean
  refresh: RefreshPage
}

/** The result of the last DNS check, and a button to check now for viewers who may. */
export function CustomDomainCheck({ host, lines, checkedAt, checks, refresh }: Props): ReactNode {
  const t = useTranslations('customDomains.check')
  const tUi = useTranslations('ui')
  const { check, stale, run } = useCustomDomainCheck(host, refresh)
  const running = check.status === 'running'
  const button = checks && (
    <span className="js-only">
      <Button size="small" pending={running} onClick={() => void run()}>
        {t('run')}
      </Button>
    </span>
  )
  return (
    <Panel title={t('title')} aside={button} className="space-y-3">
      <output aria-label={t('title')} className="block space-y-3">
        {check.status === 'refused' && <Notice tone="error">{check.message}</Notice>}
        {stale && <Notice tone="warning">{tUi('stale')}</Notice>}
        <DnsRecordList lines={running || check.status === 'ended' ? check.lines : lines} />
        {running && (
          <p className="flex items-center gap-2 text-sm text-ink-soft">
            <Spinner />
            {t(check.again ? 'again' : 'running')}
          </p>
        )}
      </output>
      <p className="text-xs text-ink-faint">
        {checkedAt === null ? t('never') : t.rich('at', { at: timeOf(checkedAt) })}
      </p>
    </Panel>
  )
}
