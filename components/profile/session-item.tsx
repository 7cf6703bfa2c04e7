import { Monitor, Smartphone } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { SessionRow } from '../../lib/views/member.ts'
import { Badge } from '../ui/badge.tsx'
import { ButtonForm } from '../ui/button-form.tsx'
import { timeOf } from '../ui/local-time.tsx'

type Props = { session: SessionRow; end: FormAction<'session'> }

/** One session with its device and times, and a button to end it. The current one is ended by signing out. */
export function SessionItem({ session: row, end }: Props): ReactNode {
  const t = useTranslations('members.sessions')
  const { address, startedAt, lastSeenAt, current } = row
  const { browser, system } = row.device
  const name =
    browser !== null && system !== null
      ? t('named', { browser, system })
      : (browser ?? system ?? t('unknown'))
  const Device = system !== null && /^(?:iPhone|iPad|Android)$/.test(system) ? Smartphone : Monitor
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 py-3 text-sm">
      <Device aria-hidden="true" strokeWidth={1.5} className="size-5 shrink-0 text-ink-faint" />
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {name}
          {current && <Badge tone="accent">{t('here')}</Badge>}
        </p>
        <p className="text-xs text-ink-faint">
          {t('address', { address })} · {t.rich('began', { at: timeOf(startedAt) })} ·{' '}
          {t.rich('seen', { at: timeOf(lastSeenAt) })}
        </p>
      </div>
      {!current && (
        <ButtonForm
          action={end}
          hidden={{ session: row.session }}
          size="small"
          label={t('endNamed', { name })}
        >
          {t('end')}
        </ButtonForm>
      )}
    </li>
  )
}
