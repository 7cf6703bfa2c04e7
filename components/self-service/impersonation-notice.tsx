import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ImpersonationRow } from '../../lib/views/impersonation.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { timeOf } from '../ui/local-time.tsx'
import { Notice } from '../ui/notice.tsx'
import { ButtonForm } from '../ui/button-form.tsx'

type Props = { impersonation: ImpersonationRow; end: FormAction<'impersonation'> }

/** Tells a user that they are being impersonated: by whom, since when and why, with a button to end it. */
export function ImpersonationNotice({ impersonation, end }: Props): ReactNode {
  const t = useTranslations('selfService.impersonation')
  const { id, member, reason, beganAt, changes } = impersonation
  return (
    <Notice tone="warning" title={t('title')}>
      <p>
        {t.rich('about', { member, reason, at: timeOf(beganAt) })} {t(changes ? 'changes' : 'looks')}
      </p>
      <div className="pt-1.5">
        <ButtonForm action={end} hidden={{ impersonation: id }} size="small">
          {t('end')}
        </ButtonForm>
      </div>
    </Notice>
  )
}
