import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import { LocalTime } from '../ui/local-time.tsx'
import { Notice } from '../ui/notice.tsx'
import { ButtonForm } from '../ui/button-form.tsx'

type Props = { at: string; cancel: FormAction<'name'> | null }

/** During the grace period: when the tenant will be deleted, and a button to cancel that. */
export function RemovalNotice({ at, cancel }: Props): ReactNode {
  const t = useTranslations('connection.removal')
  const end = <LocalTime at={at} exact />
  return (
    <Notice tone="warning" title={t('title')}>
      <p>{t.rich('about', { at: () => end })}</p>
      {cancel !== null && <ButtonForm action={cancel}>{t('cancel')}</ButtonForm>}
    </Notice>
  )
}
