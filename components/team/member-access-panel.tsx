import { Ban, LogIn, Mail, UserMinus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { MemberRow } from '../../lib/views/member.ts'
import type { RoleField } from '../../lib/views/team-form.ts'
import type { Verb } from '../../lib/views/viewer.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { Panel } from '../ui/panel.tsx'
import { ButtonForm } from '../ui/button-form.tsx'
import { ActionRow } from '../ui/action-row.tsx'

/** The actions for a team member. */
export type MemberActions = {
  changeRole: FormAction<RoleField>
  inviteAgain: FormAction<'member'>
  suspend: FormAction<'member'>
  resume: FormAction<'member'>
  remove: FormAction<'member'>
}

type Props = { row: MemberRow; may: readonly Verb[]; actions: Omit<MemberActions, 'changeRole'> }

/** Invites a member again, suspends, resumes or removes them. */
export function MemberAccessPanel({ row, may, actions }: Props): ReactNode {
  const t = useTranslations('members.team.access')
  const { name, status } = row
  const hidden = { member: row.member }
  return (
    <Panel title={t('title')} className="divide-y divide-line py-0">
      {status === 'invited' && may.includes('member.invite') && (
        <ActionRow title={t('again.title')} about={t('again.about')}>
          <ButtonForm action={actions.inviteAgain} hidden={hidden}>
            <Mail aria-hidden="true" />
            {t('again.do')}
          </ButtonForm>
        </ActionRow>
      )}
      {status === 'active' && may.includes('member.suspend') && (
        <ActionRow title={t('suspend.title')} about={t('suspend.about')}>
          <ConfirmDialog
            action={actions.suspend}
            hidden={hidden}
            dangerous
            title={t('suspend.ask', { name })}
            confirm={t('suspend.confirm')}
            trigger={
              <>
                <Ban aria-hidden="true" />
                {t('suspend.do')}
              </>
            }
          >
            <p>{t('suspend.about')}</p>
          </ConfirmDialog>
        </ActionRow>
      )}
      {status === 'suspended' && may.includes('member.suspend') && (
        <ActionRow title={t('resume.title')} about={t('resume.about')}>
          <ButtonForm action={actions.resume} hidden={hidden}>
            <LogIn aria-hidden="true" />
            {t('resume.do')}
          </ButtonForm>
        </ActionRow>
      )}
      {may.includes('member.remove') && (
        <ActionRow title={t('remove.title')} about={t('remove.about')}>
          <ConfirmDialog
            action={actions.remove}
            hidden={hidden}
            dangerous
            typed={name.trim()}
            title={t('remove.ask', { name })}
            confirm={t('remove.confirm')}
            trigger={
              <>
                <UserMinus aria-hidden="true" />
                {t('remove.do')}
              </>
            }
          >
            <p>{t('remove.about')}</p>
          </ConfirmDialog>
        </ActionRow>
      )}
    </Panel>
  )
}
