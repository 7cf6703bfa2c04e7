'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import { lockedFields } from '../../lib/views/protected-fields.ts'
import { userText, type UserDraft, type UserField } from '../../lib/views/user.ts'
import { CallerIdFields } from '../devices/caller-id-fields.tsx'
import { FieldGroup } from '../ui/field-group.tsx'
import { Form } from '../ui/form.tsx'
import { TextField } from '../ui/text-field.tsx'
import { CallFields } from './user-call-fields.tsx'
import { UserForwardFields } from './user-forward-fields.tsx'
import { HotdeskFields } from './hotdesk-fields.tsx'
import { PersonFields } from './name-fields.tsx'

type Props = { user: UserDraft; action: FormAction<UserField>; editable: boolean; impersonating: boolean }

const rules = async () => (await import('../../lib/views/user-form.ts')).userEditRules

/** The edit form of a person. */
export function UserForm({ user, action, editable, impersonating }: Props): ReactNode {
  const t = useTranslations('users.form')
  const text = userText(user)
  return (
    <Form
      action={action}
      rules={rules}
      initialValues={text}
      hidden={{ user: user.id }}
      submit={t('submit')}
      submitting={t('submitting')}
      sticky
      readOnly={!editable}
      withheld={lockedFields('user', impersonating)}
    >
      <PersonFields text={text} />
      <CallFields text={text} />
      <UserForwardFields forward={user.callForward} />
      <CallerIdFields callerId={user.callerId} />
      <HotdeskFields hotdesk={user.hotdesk} />
      <FieldGroup title={t('ringtones.title')} hint={t('ringtones.hint')}>
        <TextField<UserField>
          name="internalRingtone"
          label={t('ringtones.internal')}
          value={text.internalRingtone}
          spellCheck={false}
        />
        <TextField<UserField>
          name="externalRingtone"
          label={t('ringtones.external')}
          value={text.externalRingtone}
          spellCheck={false}
        />
      </FieldGroup>
    </Form>
  )
}
