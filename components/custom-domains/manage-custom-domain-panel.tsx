import { Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { DomainPage } from '../../lib/views/custom-domain.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { DangerZone } from '../ui/danger-zone.tsx'
import { Panel } from '../ui/panel.tsx'
import { ButtonForm } from '../ui/button-form.tsx'
import { ActionRow } from '../ui/action-row.tsx'

type Props = {
  domain: DomainPage
  actions: { choosePrimary: FormAction<'host' | 'primary'>; remove: FormAction<'host'> }
}

/** Makes the domain primary or not, and removes it. */
export function ManageCustomDomainPanel({
  domain: { host, letters, state, primary },
  actions,
}: Props): ReactNode {
  const t = useTranslations('customDomains.manage')
  const name = letters ?? host
  const group = primary ? 'portal' : 'primary'
  return (
    <>
      {(primary || state === 'live') && (
        <Panel title={t('title')} className="py-0">
          <ActionRow title={t(`${group}.title`)} about={t(`${group}.about`)}>
            <ButtonForm action={actions.choosePrimary} hidden={{ host, primary: primary ? '' : 'on' }}>
              {t(`${group}.do`)}
            </ButtonForm>
          </ActionRow>
        </Panel>
      )}
      <DangerZone>
        <ActionRow title={t('remove.title')} about={t('remove.about')}>
          <ConfirmDialog
            action={actions.remove}
            hidden={{ host }}
            dangerous
            title={t('remove.ask', { host: name })}
            confirm={t('remove.confirm')}
            weight="dangerOutline"
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
      </DangerZone>
    </>
  )
}
