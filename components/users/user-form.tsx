'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { lockedFields } from '../../lib/views/field-list.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { controlText } from '../../lib/views/unsupported.ts'
import { USER_FIELDS, type UserField } from '../../lib/views/user-fields.ts'
import type { UserDraft } from '../../lib/views/user.ts'
import { TimezoneField } from '../accounts/timezone-field.tsx'
import { FieldGroup } from '../ui/field-group.tsx'
import { FormPanel } from '../ui/form-panel.tsx'
import { Form } from '../ui/form.tsx'
import { ListedFields } from '../ui/listed-fields.tsx'
import { AnnouncementLanguageField } from './announcement-language-field.tsx'
import { EmailField } from './email-field.tsx'
import { PinField } from './pin-field.tsx'

type Props = { user: UserDraft; action: FormAction<UserField>; editable: boolean; impersonating: boolean }

const rules = async () => (await import('../../lib/views/user-form.ts')).userEditRules

/** Edits a user. */
export function UserForm({ user, action, editable, impersonating }: Props): ReactNode {
  const t = useTranslations('users.form')
  const callerId = useTranslations('devices.form.callerId')
  const { text, held } = user
  const fields = { fields: USER_FIELDS, text, nested: user.nested }
  return (
    <FormPanel>
      <Form
        action={action}
        rules={rules}
        initialValues={text}
        hidden={{ user: user.id }}
        submit={t('submit')}
        submitting={t('submitting')}
        sticky
        readOnly={!editable}
        withheld={lockedFields(USER_FIELDS, impersonating)}
      >
        <FieldGroup title={t('user')}>
          <ListedFields
            {...fields}
            group="user"
            controls={{
              email: <EmailField value={controlText(text.email)} />,
              language: <AnnouncementLanguageField value={controlText(text.language)} />,
              timezone: <TimezoneField value={controlText(text.timezone)} hint={t('zoneHint')} />,
            }}
          />
        </FieldGroup>
        <FieldGroup title={t('calls')}>
          <ListedFields {...fields} group="calls" />
        </FieldGroup>
        <FieldGroup title={t('forward.title')} hint={t('forward.hint')} feature>
          <ListedFields {...fields} group="forward" />
        </FieldGroup>
        <FieldGroup title={callerId('title')} hint={callerId('hint')}>
          <ListedFields {...fields} group="callerId" />
        </FieldGroup>
        <FieldGroup title={t('hotdesk.title')} hint={t('hotdesk.hint')} feature>
          <ListedFields
            {...fields}
            group="hotdesk"
            controls={{
              hotdeskPin: (
                <PinField<UserField> name="hotdeskPin" label={t('hotdesk.pin')} held={held.hotdeskPin} />
              ),
            }}
          />
        </FieldGroup>
        <FieldGroup title={t('ringtones.title')} hint={t('ringtones.hint')}>
          <ListedFields {...fields} group="ringtones" />
        </FieldGroup>
      </Form>
    </FormPanel>
  )
}
