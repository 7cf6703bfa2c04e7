'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import { lockedFields } from '../../lib/views/field-list.ts'
import type { BoxDraft } from '../../lib/views/user.ts'
import { VOICEMAIL_FIELDS, type BoxField } from '../../lib/views/voicemail-fields.ts'
import { FieldGroup } from '../ui/field-group.tsx'
import { FormPanel } from '../ui/form-panel.tsx'
import { Form } from '../ui/form.tsx'
import { ListedFields } from '../ui/listed-fields.tsx'
import { PinField } from './pin-field.tsx'

const rules = async () => (await import('../../lib/views/user-form.ts')).boxEditRules

type Props = {
  box: BoxDraft
  action: FormAction<BoxField>
  editable: boolean
  impersonating: boolean
}

/** Edits a voicemail box. */
export function VoicemailBoxForm({ box, action, editable, impersonating }: Props): ReactNode {
  const t = useTranslations('users.box')
  const fields = { fields: VOICEMAIL_FIELDS, text: box.text }
  return (
    <FormPanel>
      <Form
        action={action}
        rules={rules}
        initialValues={box.text}
        hidden={{ box: box.id }}
        submit={t('submit')}
        submitting={t('submitting')}
        sticky
        readOnly={!editable}
        withheld={lockedFields(VOICEMAIL_FIELDS, impersonating)}
      >
        <FieldGroup title={t('title')}>
          <ListedFields
            {...fields}
            group="box"
            controls={{ pin: <PinField<BoxField> name="pin" label={t('pin')} held={box.held.pin} /> }}
          />
        </FieldGroup>
        <FieldGroup title={t('notify')} hint={t('notifyHint')}>
          <ListedFields {...fields} group="notify" />
        </FieldGroup>
      </Form>
    </FormPanel>
  )
}
