'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import { lockedFields } from '../../lib/views/field-list.ts'
import type { OwnBox } from '../../lib/views/self-service.ts'
import { OWN_VOICEMAIL_FIELDS, type OwnBoxField } from '../../lib/views/voicemail-fields.ts'
import { Form } from '../ui/form.tsx'
import { ListedFields } from '../ui/listed-fields.tsx'
import { PinField } from '../users/pin-field.tsx'

const rules = async () => (await import('../../lib/views/self-service-form.ts')).ownBoxRules

type Props = {
  box: OwnBox
  action: FormAction<OwnBoxField>
  editable: boolean
  impersonating: boolean
}

/** Settings of the user's own voicemail box. */
export function OwnVoicemailForm({ box, action, editable, impersonating }: Props): ReactNode {
  const t = useTranslations('selfService.box')
  return (
    <Form
      action={action}
      rules={rules}
      initialValues={box.text}
      hidden={{ box: box.id }}
      submit={t('submit')}
      submitting={t('submitting')}
      readOnly={!editable}
      withheld={lockedFields(OWN_VOICEMAIL_FIELDS, impersonating)}
    >
      <ListedFields
        fields={OWN_VOICEMAIL_FIELDS}
        group="box"
        text={box.text}
        controls={{
          pin: (
            <PinField<OwnBoxField> name="pin" label={t('pin')} held={box.held.pin} className="sm:max-w-xs" />
          ),
        }}
      />
      <ListedFields fields={OWN_VOICEMAIL_FIELDS} group="notify" text={box.text} />
    </Form>
  )
}
