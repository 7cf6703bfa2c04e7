import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ActingField, ActingTarget } from '../../lib/views/acting.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { PageHeader } from '../page-header.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { Panel } from '../ui/panel.tsx'
import { ActForm } from './act-form.tsx'

type Props = { target: ActingTarget; action: FormAction<ActingField> }

/** Before somebody borrows another's eyes: why, and how far. */
export function ActPage({ target, action }: Props): ReactNode {
  const t = useTranslations('acting')
  const { asWhom, account, by, back } = target
  return (
    <>
      <PageHeader
        title={asWhom === null ? t('begin.inAccount', { account }) : t('begin.asUser', { name: asWhom })}
        about={t('begin.about', { account })}
      />
      <div className="max-w-xl">
        <Panel className="space-y-4">
          <p className="text-sm text-ink-soft">{t(`begin.by.${by}`)}</p>
          <ActForm
            target={target}
            action={action}
            beside={
              <LinkButton href={back} weight="quiet">
                {t('begin.back')}
              </LinkButton>
            }
          />
        </Panel>
      </div>
    </>
  )
}
