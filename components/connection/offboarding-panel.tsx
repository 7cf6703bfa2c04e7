import { Download, Trash2, Unplug } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ConnectionState } from '../../lib/views/connection.ts'
import type { FormAction } from '../../lib/views/form.ts'
import type { Verb } from '../../lib/views/viewer.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { DangerZone } from '../ui/danger-zone.tsx'
import { Panel } from '../ui/panel.tsx'
import { ActionRow } from '../ui/action-row.tsx'

type Props = {
  state: ConnectionState
  may: readonly Verb[]
  actions: { disconnect: FormAction<'name'>; askForRemoval: FormAction<'name'> }
}

/** Rare actions: export everything, disconnect Kazoo, delete the portal. */
export function OffboardingPanel({ state, may, actions }: Props): ReactNode {
  const t = useTranslations('connection.leave')
  const removes = may.includes('connection.remove')
  if (!removes && !may.includes('connection.export')) return null
  const typed = { typed: state.tenant, typedAs: 'name', hidden: {}, dangerous: true } as const
  const disconnects = removes && state.credentials !== null
  const deletes = removes && state.removalAt === null
  return (
    <>
      {may.includes('connection.export') && (
        <Panel className="py-0">
          <ActionRow title={t('export.title')} about={t('export.about')}>
            {/* A plain form, so that the browser saves the file without script. */}
            <form action="/connection/export" method="post">
              <Button type="submit">
                <Download aria-hidden="true" />
                {t('export.do')}
              </Button>
            </form>
          </ActionRow>
        </Panel>
      )}
      {(disconnects || deletes) && (
        <DangerZone>
          {disconnects && (
            <ActionRow title={t('disconnect.title')} about={t('disconnect.about')}>
              <ConfirmDialog
                {...typed}
                action={actions.disconnect}
                title={t('disconnect.ask')}
                confirm={t('disconnect.confirm')}
                weight="dangerOutline"
                trigger={
                  <>
                    <Unplug aria-hidden="true" />
                    {t('disconnect.do')}
                  </>
                }
              >
                <p>{t('disconnect.goes')}</p>
              </ConfirmDialog>
            </ActionRow>
          )}
          {deletes && (
            <ActionRow title={t('remove.title')} about={t('remove.about')}>
              <ConfirmDialog
                {...typed}
                action={actions.askForRemoval}
                title={t('remove.ask', { name: state.tenant })}
                confirm={t('remove.confirm')}
                weight="dangerOutline"
                trigger={
                  <>
                    <Trash2 aria-hidden="true" />
                    {t('remove.do')}
                  </>
                }
              >
                <p>{t('remove.goes')}</p>
                <p>{t('remove.stays')}</p>
              </ConfirmDialog>
            </ActionRow>
          )}
        </DangerZone>
      )}
    </>
  )
}
