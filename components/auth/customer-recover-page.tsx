import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { AskResetField } from '../../lib/views/customer-form.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { EntryFrame } from './entry-frame.tsx'
import { Link } from '../ui/link.tsx'
import { CustomerRecoverForm } from './customer-recover-form.tsx'

type Props = {
  action: FormAction<AskResetField>
  asksAccount: boolean
  /** Whether the tenant's Kazoo supports recovery. */
  possible: boolean
}

/** For customers who have forgotten their password. */
export function CustomerRecoverPage({ possible, ...form }: Props): ReactNode {
  const t = useTranslations('customer.recover')
  const back = (
    <Link href="/sign-in" className="text-accent-ink underline underline-offset-2">
      {t('back')}
    </Link>
  )
  return (
    <EntryFrame title={t('title')} about={t(possible ? 'about' : 'askProvider')} foot={back}>
      {possible && <CustomerRecoverForm {...form} />}
    </EntryFrame>
  )
}
