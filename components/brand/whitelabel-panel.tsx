import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import { Panel } from '../ui/panel.tsx'
import { ButtonForm } from '../ui/button-form.tsx'
import { ActionRow } from '../ui/action-row.tsx'

type Props = {
  published: boolean
  actions: { importWhitelabel: FormAction<never>; writeWhitelabel: FormAction<never> }
}

/** Imports the brand from Kazoo's own front end, or writes it there. */
export function WhitelabelPanel({ published, actions }: Props): ReactNode {
  const t = useTranslations('brand.whitelabel')
  return (
    <Panel title={t('title')} className="divide-y divide-line py-0">
      <ActionRow title={t('take.title')} about={t('take.about')}>
        <ButtonForm action={actions.importWhitelabel}>{t('take.do')}</ButtonForm>
      </ActionRow>
      {published && (
        <ActionRow title={t('write.title')} about={t('write.about')}>
          <ButtonForm action={actions.writeWhitelabel}>{t('write.do')}</ButtonForm>
        </ActionRow>
      )}
    </Panel>
  )
}
