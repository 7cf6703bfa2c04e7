import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ActingRow } from '../../lib/views/acting.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { timeOf } from '../profile/time-of.tsx'
import { Notice } from '../ui/notice.tsx'
import { PressForm } from '../ui/press-form.tsx'

type Props = { acting: ActingRow; end: FormAction<'acting'> }

/** Somebody of the team works with one's own eyes: who, since when, why, and the way to end it. */
export function ActingNotice({ acting, end }: Props): ReactNode {
  const t = useTranslations('own.acting')
  const { id, member, reason, beganAt, changes } = acting
  return (
    <Notice tone="warning" title={t('title')}>
      <p>
        {t.rich('about', { member, reason, at: timeOf(beganAt) })} {t(changes ? 'changes' : 'looks')}
      </p>
      <div className="pt-1.5">
        <PressForm action={end} hidden={{ acting: id }} size="small">
          {t('end')}
        </PressForm>
      </div>
    </Notice>
  )
}
