import { Smartphone } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { Panel } from '../ui/panel.tsx'
import { ButtonForm } from '../ui/button-form.tsx'
import { StatusDot } from '../ui/status-dot.tsx'

type Props = {
  on: boolean
  /** It is the only second factor. */
  alone: boolean
  begin: FormAction<never>
  end: FormAction<never>
}

/** Whether an authenticator app is set up, with a button to set it up or remove it. */
export function AuthenticatorPanel({ on, alone, begin, end }: Props): ReactNode {
  const t = useTranslations('members.security.app')
  return (
    <Panel title={t('title')} className="space-y-3 text-sm">
      <p className="text-ink-soft">{t('about')}</p>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <StatusDot on={on}>{t(on ? 'on' : 'off')}</StatusDot>
        {on ? (
          <ConfirmDialog
            action={end}
            hidden={{}}
            trigger={t('remove')}
            title={t('ask')}
            confirm={t('remove')}
            dangerous
          >
            <p>{t('without')}</p>
            {alone && <p>{t('last')}</p>}
          </ConfirmDialog>
        ) : (
          <ButtonForm action={begin}>
            <Smartphone aria-hidden="true" />
            {t('begin')}
          </ButtonForm>
        )}
      </div>
    </Panel>
  )
}
