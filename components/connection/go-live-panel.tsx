import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ConnectionState } from '../../lib/views/connection.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { LocalTime } from '../ui/local-time.tsx'
import { Panel } from '../ui/panel.tsx'
import { ButtonForm } from '../ui/button-form.tsx'
import { ApiKeyForm } from './api-key-form.tsx'

type Props = {
  trial: NonNullable<ConnectionState['trial']>
  /** Null if the viewer may not, or no credentials are stored to fetch it with. */
  fetchKey: FormAction<'key'> | null
  goLive: FormAction<'key'> | null
}

/** The end of the trial and what happens then; and the two ways to activate the tenant. */
export function GoLivePanel({ trial: { daysLeft, endsAt, ended }, fetchKey, goLive }: Props): ReactNode {
  const t = useTranslations('connection.goLive')
  const end = <LocalTime at={endsAt} exact />
  return (
    <Panel
      title={t('title')}
      hint={ended ? t('ended') : t('left', { days: daysLeft })}
      className="grid gap-x-10 gap-y-6 md:grid-cols-2"
    >
      <div className="space-y-3 text-sm text-ink-soft">
        <p className="text-ink">{t.rich(ended ? 'endedAt' : 'endsAt', { at: () => end })}</p>
        <p>{t(ended ? 'now' : 'then')}</p>
        <p>{t('about')}</p>
        {goLive === null && <p>{t('owners')}</p>}
      </div>
      {goLive !== null && (
        <div className="space-y-5">
          {fetchKey !== null && (
            <div className="space-y-2">
              <ButtonForm action={fetchKey} weight="primary">
                {t('fetch')}
              </ButtonForm>
              <p className="text-xs text-ink-faint">{t('fetchAbout')}</p>
            </div>
          )}
          <ApiKeyForm action={goLive} first={fetchKey === null} />
        </div>
      )}
    </Panel>
  )
}
