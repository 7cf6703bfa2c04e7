import { Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { DomainPage } from '../../lib/views/custom-domain.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { Panel } from '../ui/panel.tsx'
import { ButtonForm } from '../ui/button-form.tsx'
import { ActionRow } from '../ui/action-row.tsx'

type Props = {
  domain: DomainPage
  actions: { choosePrimary: FormAction<'host' | 'primary'>; remove: FormAction<'host'> }
}

/** Whether links lead here, and the end of the domain. */
export function ManageCustomDomainPanel({
  domain: { host, letters, state, primary },
  actions,
}: Props): ReactNode {
  const t = useTranslations('customDomains.manage')
  const name = letters ?? host
  const main = primary ? 'portal' : 'primary'
  return (
    <Panel title={t('title')} className="divide-y divide-line py-0">
      {(primary || state === 'live') && (
        <ActionRow title={t(`${main}.title`)} about={t(`${main}.about`)}>
          <ButtonForm action={actions.choosePrimary} hidden={{ host, primary: primary ? '' : 'on' }}>
            {t(`${main}.do`)}
          </ButtonForm>
        </ActionRow>
      )}
      <ActionRow title={t('remove.title')} about={t('remove.about')}>
        <ConfirmDialog
          action={actions.remove}
          hidden={{ host }}
          dangerous
          title={t('remove.ask', { host: name })}
          confirm={t('remove.confirm')}
          trigger={
            <>
              <Trash2 aria-hidden="true" />
              {t('remove.do')}
            </>
          }
        >
          <p>{t('remove.goes', { host: name })}</p>
        </ConfirmDialog>
      </ActionRow>
    </Panel>
  )
}
