'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import { lockedFields } from '../../lib/views/protected-fields.ts'
import { ownBoxText, type OwnBox } from '../../lib/views/self-service.ts'
import type { OwnBoxField as Name } from '../../lib/views/self-service-form.ts'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { Form } from '../ui/form.tsx'
import { TextField } from '../ui/text-field.tsx'
import { PinField } from '../users/pin-field.tsx'

const rules = async () => (await import('../../lib/views/self-service-form.ts')).ownBoxRules

type Props = {
  box: OwnBox
  action: FormAction<Name>
  editable: boolean
  impersonating: boolean
}

/** The settings of one's own voicemail box. */
export function OwnVoicemailForm({ box, action, editable, impersonating }: Props): ReactNode {
  const t = useTranslations('selfService.box')
  const text = ownBoxText(box)
  return (
    <Form
      action={action}
      rules={rules}
      initialValues={text}
      hidden={{ box: box.id }}
      submit={t('submit')}
      submitting={t('submitting')}
      readOnly={!editable}
      withheld={lockedFields('vmbox', impersonating)}
    >
      <PinField<Name> name="pin" label={t('pin')} held={box.hasPin} className="sm:max-w-xs" />
      <div className="space-y-2.5">
        <CheckboxField<Name>
          name="requirePin"
          label={t('requirePin')}
          hint={t('requirePinHint')}
          ticked={box.requirePin}
        />
        <CheckboxField<Name>
          name="skipGreeting"
          label={t('skipGreeting')}
          hint={t('skipGreetingHint')}
          ticked={box.skipGreeting}
        />
      </div>
      <TextField<Name>
        name="notifyAddresses"
        label={t('addresses')}
        hint={t('addressesHint')}
        value={text.notifyAddresses}
        spellCheck={false}
      />
      <div className="space-y-2.5">
        <CheckboxField<Name> name="includeMessage" label={t('includeMessage')} ticked={box.includeMessage} />
        <CheckboxField<Name>
          name="deleteAfterNotify"
          label={t('deleteAfterNotify')}
          ticked={box.deleteAfterNotify}
        />
      </div>
    </Form>
  )
}
