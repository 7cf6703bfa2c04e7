import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import { EntryFrame } from './entry-frame.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { ConfirmEmailForm } from './confirm-email-form.tsx'

type Props = {
  action: FormAction<never>
  /** The new address to confirm; `done`: confirmed; `spent`: the link is no longer valid. */
  state: { name: string; email: string } | 'done' | 'spent'
}

/** The page behind the link that is mailed to a new address. */
export function ConfirmEmailPage({ action, state }: Props): ReactNode {
  const t = useTranslations('signIn')
  if (state === 'spent')
    return (
      <EntryFrame title={t('linkUsed.title')} about={t('linkUsed.about')}>
        <LinkButton href="/profile" className="w-full">
          {t('confirm.again')}
        </LinkButton>
      </EntryFrame>
    )
  if (state === 'done')
    return (
      <EntryFrame title={t('confirm.doneTitle')} about={t('confirm.doneAbout')}>
        <LinkButton href="/profile" weight="primary" className="w-full">
          {t('confirm.onward')}
        </LinkButton>
      </EntryFrame>
    )
  return (
    <EntryFrame title={t('confirm.title')} about={t('confirm.about', state)}>
      <ConfirmEmailForm action={action} />
    </EntryFrame>
  )
}
