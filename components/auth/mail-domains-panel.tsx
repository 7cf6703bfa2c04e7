import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { MailDomainField, MailDomainRow, SignOnState } from '../../lib/views/sign-on.ts'
import { timeOf } from '../ui/local-time.tsx'
import { Badge } from '../ui/badge.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { BreakableText, CopyableText } from '../ui/copyable-text.tsx'
import { Panel } from '../ui/panel.tsx'
import { ButtonForm } from '../ui/button-form.tsx'
import { MailDomainForm } from './mail-domain-form.tsx'

type Actions = Record<'add' | 'check' | 'drop', FormAction<MailDomainField>>
type Props = { state: SignOnState; actions: Actions }

/** The mail domains of single sign-on, each with its state and the DNS record that proves it. */
export function MailDomainsPanel({ state: { mailDomains, suggested }, actions }: Props): ReactNode {
  const t = useTranslations('connection.signOn.mailDomains')
  return (
    <Panel title={t('title')} className="space-y-5">
      <p className="text-sm text-ink-soft">{t('about')}</p>
      {mailDomains.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {mailDomains.map((row) => (
            <Line key={row.domain} row={row} actions={actions} />
          ))}
        </ul>
      )}
      <MailDomainForm key={mailDomains.length} suggested={suggested} action={actions.add} />
    </Panel>
  )
}

/** The type of that record. */
const RECORD = 'TXT'
const TONES = { pending: 'accent', live: 'good', failing: 'warn', suspended: 'bad' } as const

function Line({ row, actions }: { row: MailDomainRow; actions: Actions }): ReactNode {
  const t = useTranslations('connection.signOn.mailDomains')
  const { domain, letters, state, failingSince, checkedAt, record, problem } = row
  const name = letters ?? domain
  const status = failingSince === null ? state : 'failing'
  return (
    <li className="space-y-3 py-4">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <h3 className="min-w-0 text-sm font-medium">
          <BreakableText text={name} />
        </h3>
        <Badge tone={TONES[status]}>{t(`states.${status}`)}</Badge>
        {letters !== null && (
          <span className="monospace text-xs text-ink-soft">
            <BreakableText text={domain} />
          </span>
        )}
      </div>
      <p className="text-sm text-ink-soft">
        {failingSince === null
          ? t(`status.${state}`)
          : t.rich('status.failing', { at: timeOf(failingSince) })}
      </p>
      {(state !== 'live' || failingSince !== null) && (
        <>
          <RequiredRecord record={record} />
          {problem !== null && <p className="text-sm">{t(`problems.${problem}`)}</p>}
          <FoundRecords values={row.found} record={record} />
        </>
      )}
      <div className="flex flex-wrap items-start gap-3">
        <ButtonForm action={actions.check} hidden={{ domain }} size="small" label={t('checkNamed', { name })}>
          {t('check')}
        </ButtonForm>
        <ConfirmDialog
          action={actions.drop}
          hidden={{ domain }}
          dangerous
          weight="quiet"
          title={t('removeAsk', { name })}
          confirm={t('remove')}
          trigger={
            <>
              {t('remove')}
              <span className="sr-only"> {name}</span>
            </>
          }
        >
          <p>{t('removeGoes', { name })}</p>
        </ConfirmDialog>
      </div>
      <p className="text-xs text-ink-faint">
        {checkedAt === null ? t('never') : t.rich('checked', { at: timeOf(checkedAt) })}
      </p>
    </li>
  )
}

function RequiredRecord({ record: { name, value } }: Pick<MailDomainRow, 'record'>): ReactNode {
  const t = useTranslations('connection.signOn.mailDomains')
  return (
    <dl className="grid grid-cols-[4rem_minmax(0,1fr)] items-baseline gap-x-3 rounded-md border border-line bg-sunken px-3 py-1.5 text-sm">
      <dt className="text-ink-faint">{t('type')}</dt>
      <dd className="monospace">{RECORD}</dd>
      <dt className="text-ink-faint">{t('name')}</dt>
      <dd>
        <CopyableText text={name} label={t('copyName', { name })} />
      </dd>
      <dt className="text-ink-faint">{t('value')}</dt>
      <dd>
        <CopyableText text={value} label={t('copyValue', { name })} />
      </dd>
    </dl>
  )
}

/** The records found instead, so that typing errors are easy to see. */
function FoundRecords({
  values,
  record,
}: Pick<MailDomainRow, 'record'> & { values: readonly string[] }): ReactNode {
  const t = useTranslations('connection.signOn.mailDomains')
  const others = values.filter((value) => value.trim() !== record.value)
  if (others.length === 0) return null
  return (
    <div className="space-y-0.5 text-sm">
      <p className="text-ink-soft">{t('found')}</p>
      {others.map((value) => (
        <p key={value} className="monospace">
          <BreakableText text={value} />
        </p>
      ))}
    </div>
  )
}
