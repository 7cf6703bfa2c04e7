import { Ban, LogIn, Mail, UserMinus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { MemberRow } from '../../lib/views/member.ts'
import type { RoleField } from '../../lib/views/team-form.ts'
import type { Verb } from '../../lib/views/viewer.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { DangerZone } from '../ui/danger-zone.tsx'
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
  const pending = status === 'invited'
  const end = pending ? 'withdraw' : 'remove'
  const suspends = may.includes('member.suspend') && !pending
  return (
    <>
      {((pending && may.includes('member.invite')) || suspends) && (
        <Panel title={t('title')} className="divide-y divide-line py-0">
          {pending && may.includes('member.invite') && (
            <ActionRow title={t('again.title')} about={t('again.about')}>
              <ButtonForm action={actions.inviteAgain} hidden={hidden}>
                <Mail aria-hidden="true" />
                {t('again.do')}
              </ButtonForm>
            </ActionRow>
          )}
          {suspends && status === 'active' && (
            <ActionRow title={t('suspend.title')} about={t('suspend.about')}>
              <ConfirmDialog
                action={actions.suspend}
                hidden={hidden}
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
          {suspends && status === 'suspended' && (
            <ActionRow title={t('resume.title')} about={t('resume.about')}>
              <ButtonForm action={actions.resume} hidden={hidden}>
                <LogIn aria-hidden="true" />
                {t('resume.do')}
              </ButtonForm>
            </ActionRow>
          )}
        </Panel>
      )}
      {may.includes('member.remove') && (
        <DangerZone>
          <ActionRow title={t(`${end}.title`)} about={t(`${end}.about`)}>
            <ConfirmDialog
              action={actions.remove}
              hidden={hidden}
              dangerous
              title={t(`${end}.ask`, { name })}
              confirm={t(`${end}.confirm`)}
              weight="dangerOutline"
              trigger={
                <>
                  <UserMinus aria-hidden="true" />
                  {t(`${end}.do`)}
                </>
              }
            >
              <p>{t(`${end}.about`)}</p>
            </ConfirmDialog>
          </ActionRow>
        </DangerZone>
      )}
    </>
  )
}
