'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import {
  deviceText,
  type DeviceDraft,
  type DeviceField,
  type OwnerOption,
  type RevealPassword,
} from '../../lib/views/device.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { lockedFields } from '../../lib/views/protected-fields.ts'
import { CallerIdFields } from './caller-id-fields.tsx'
import { DeviceForwardFields } from './device-forward-fields.tsx'
import { useOwnerChoices } from './owner-choices.ts'
import { SipFields } from './sip-fields.tsx'
import { macInPairs, registers } from './device-labels.ts'
import { FieldGroup } from '../ui/field-group.tsx'
import { Form } from '../ui/form.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { SwitchField } from '../ui/switch-field.tsx'
import { TextField } from '../ui/text-field.tsx'

type Props = {
  device: DeviceDraft
  /** Null: they cannot be listed now, and the owner stays who it is. */
  owners: readonly OwnerOption[] | null
  action: FormAction<DeviceField>
  /** Null where the person may not look at passwords. */
  reveal: RevealPassword | null
  editable: boolean
  impersonating: boolean
}

const rules = async () => (await import('../../lib/views/device-form.ts')).deviceEditRules

/** The edit form of a device. Fields that do not fit its type are sent as they are, so that none is emptied unseen. */
export function DeviceForm({ device, owners, action, reveal, editable, impersonating }: Props): ReactNode {
  const t = useTranslations('devices.form')
  const ownerChoices = useOwnerChoices()
  const text = deviceText(device)
  const phone = registers(device.type)
  const unseen = phone ? {} : { macAddress: text.macAddress, sipUsername: text.sipUsername }

  return (
    <Form
      action={action}
      rules={rules}
      initialValues={text}
      hidden={{ device: device.id, ...unseen, ...(owners === null && { owner: text.owner }) }}
      submit={t('submit')}
      submitting={t('submitting')}
      sticky
      readOnly={!editable}
      withheld={phone ? lockedFields('device', impersonating) : []}
    >
      <FieldGroup title={t('device')}>
        <TextField<DeviceField> name="name" label={t('name')} value={text.name} required />
        {owners === null ? (
          <p className="self-center text-sm text-ink-soft">{t('ownersUnknown')}</p>
        ) : (
          <SelectField<DeviceField>
            name="owner"
            label={t('owner')}
            value={text.owner}
            choices={ownerChoices(owners)}
          />
        )}
        {phone && (
          <TextField<DeviceField>
            name="macAddress"
            label={t('macAddress')}
            hint={t('macHint')}
            value={macInPairs(text.macAddress)}
            spellCheck={false}
            tabularNums
          />
        )}
        <SwitchField<DeviceField>
          name="enabled"
          label={t('enabled')}
          hint={t('enabledHint')}
          ticked={device.enabled}
          className="sm:col-span-2"
        />
      </FieldGroup>
      {phone && <SipFields device={device} reveal={reveal} />}
      <DeviceForwardFields forward={device.callForward} />
      <CallerIdFields callerId={device.callerId} />
    </Form>
  )
}
