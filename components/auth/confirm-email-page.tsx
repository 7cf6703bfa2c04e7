import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import { EntryFrame } from './entry-frame.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { ConfirmEmailForm } from './confirm-email-form.tsx'

type Props = {
  action: FormAction<never>
  /** Whose address is to become which; `done`: it has; `spent`: the link is not good any more. */
  state: { name: string; email: string } | 'done' | 'spent'
}

/** Where the link that went to a new address leads to. */
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
