'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { UserPasswordField } from '../../lib/views/user-form.ts'
import type { UserRow } from '../../lib/views/user.ts'
import { ConfirmForm } from '../ui/confirm-form.tsx'
import { Dialog, DialogClose } from '../ui/dialog.tsx'
import { useSubmission } from '../ui/use-submission.ts'
import { useNameLabel } from '../shell/name-label.tsx'
import { GeneratedPassword } from './generated-password.tsx'

type Props = { user: UserRow; action: FormAction<UserPasswordField>; close: () => void }

/** Generates a new password for a user of the list, and shows it once. */
export function ResetPasswordDialog({ user, action, close }: Props): ReactNode {
  const t = useTranslations('users')
  const tUi = useTranslations('ui')
  const name = useNameLabel()('user', user.name)
  const submission = useSubmission(action, { quiet: true })
  const { state } = submission
  const done = state.status === 'saved'
  return (
    <Dialog
      title={t(done ? 'list.resetNamed' : 'list.resetTitle', { name })}
      open
      onOpenChange={(open) => !open && close()}
    >
      {done ? (
        <GeneratedPassword done={state} next={<DialogClose weight="primary">{t('once.kept')}</DialogClose>} />
      ) : (
        <div className="space-y-4">
          <p className="text-ink-soft">{t('list.resetAbout')}</p>
          <ConfirmForm
            hidden={{ user: user.id, username: user.username, password: '' }}
            confirm={t('list.resetPassword')}
            submission={submission}
            beside={<DialogClose>{tUi('cancel')}</DialogClose>}
          />
        </div>
      )}
    </Dialog>
  )
}
