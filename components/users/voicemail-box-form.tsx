'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import { lockedFields } from '../../lib/views/protected-fields.ts'
import { boxText, type BoxDraft, type BoxField } from '../../lib/views/user.ts'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { FieldGroup } from '../ui/field-group.tsx'
import { FormPanel } from '../ui/form-panel.tsx'
import { Form } from '../ui/form.tsx'
import { TextField } from '../ui/text-field.tsx'
import { PinField } from './pin-field.tsx'

const rules = async () => (await import('../../lib/views/user-form.ts')).boxEditRules

type Props = {
  box: BoxDraft
  action: FormAction<BoxField>
  editable: boolean
  impersonating: boolean
  beside: ReactNode
}

/** The settings of a voicemail box. */
export function BoxForm({ box, action, editable, impersonating, beside }: Props): ReactNode {
  const t = useTranslations('users.box')
  const text = boxText(box)
  return (
    <FormPanel>
      <Form
        action={action}
        rules={rules}
        initialValues={text}
        hidden={{ box: box.id }}
        submit={t('submit')}
        submitting={t('submitting')}
        beside={beside}
        sticky
        readOnly={!editable}
        withheld={lockedFields('vmbox', impersonating)}
      >
        <FieldGroup title={t('title')}>
          <TextField<BoxField> name="name" label={t('name')} value={text.name} required />
          <TextField<BoxField>
            name="mailbox"
            label={t('mailbox')}
            value={text.mailbox}
            inputMode="numeric"
            tabularNums
            required
          />
          <PinField<BoxField> name="pin" label={t('pin')} held={box.hasPin} />
          <CheckboxField<BoxField>
            name="requirePin"
            label={t('requirePin')}
            hint={t('requirePinHint')}
            ticked={box.requirePin}
            className="sm:col-span-2"
          />
        </FieldGroup>
        <FieldGroup title={t('notify')} hint={t('notifyHint')}>
          <TextField<BoxField>
            name="notifyAddresses"
            label={t('addresses')}
            hint={t('addressesHint')}
            value={text.notifyAddresses}
            spellCheck={false}
            className="sm:col-span-2"
          />
          <div className="space-y-2.5 sm:col-span-2">
            <CheckboxField<BoxField>
              name="includeMessage"
              label={t('includeMessage')}
              ticked={box.includeMessage}
            />
            <CheckboxField<BoxField>
              name="deleteAfterNotify"
              label={t('deleteAfterNotify')}
              ticked={box.deleteAfterNotify}
            />
          </div>
        </FieldGroup>
      </Form>
    </FormPanel>
  )
}
