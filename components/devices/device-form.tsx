'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { DeviceDraft, OwnerOption, RevealPassword } from '../../lib/views/device.ts'
import { DEVICE_FIELDS, EDITABLE_DEVICE, type DeviceField } from '../../lib/views/device-fields.ts'
import { lockedFields } from '../../lib/views/field-list.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { controlText } from '../../lib/views/unsupported.ts'
import { useOwnerChoices } from './use-owner-choices.ts'
import { macInPairs } from '../../lib/views/mac-address.ts'
import { typeRegisters } from '../../lib/views/device-state.ts'
import { FieldGroup } from '../ui/field-group.tsx'
import { FormPanel } from '../ui/form-panel.tsx'
import { Form } from '../ui/form.tsx'
import { ListedFields } from '../ui/listed-fields.tsx'
import { SecretField } from '../ui/secret-field.tsx'
import { SelectField } from '../ui/select-field.tsx'

type Props = {
  device: DeviceDraft
  /** Null if users cannot be listed now: the owner stays the same. */
  owners: readonly OwnerOption[] | null
  action: FormAction<DeviceField>
  /** Null if the viewer may not see passwords. */
  reveal: RevealPassword | null
  editable: boolean
  impersonating: boolean
}

const rules = async () => (await import('../../lib/views/device-form.ts')).deviceEditRules

/** Fields of devices that register. */
const isPhoneOnly = (name: (typeof EDITABLE_DEVICE)[number]) =>
  name === 'macAddress' || DEVICE_FIELDS[name].group === 'sip'

/**
 * Edits a device. Fields that do not fit its type are sent unchanged, so that none is cleared by accident.
 */
export function DeviceForm({ device, owners, action, reveal, editable, impersonating }: Props): ReactNode {
  const t = useTranslations('devices.form')
  const ownerChoices = useOwnerChoices()
  const { text } = device
  const phone = typeRegisters(device.type)
  const unseen = EDITABLE_DEVICE.filter(
    (name) => (!phone && isPhoneOnly(name)) || (name === 'owner' && owners === null),
  )
  const fields = {
    fields: DEVICE_FIELDS,
    text: { ...text, macAddress: macInPairs(text.macAddress) },
    nested: device.nested,
  }

  return (
    <FormPanel>
      <Form<DeviceField>
        action={action}
        rules={rules}
        initialValues={text}
        hidden={{ device: device.id, ...Object.fromEntries(unseen.map((name) => [name, text[name]])) }}
        submit={t('submit')}
        submitting={t('submitting')}
        sticky
        readOnly={!editable}
        withheld={phone ? lockedFields(DEVICE_FIELDS, impersonating) : []}
      >
        <FieldGroup title={t('device')}>
          <ListedFields
            {...fields}
            group="device"
            controls={{
              owner:
                owners === null ? (
                  <p className="self-center text-sm text-ink-soft">{t('ownersUnknown')}</p>
                ) : (
                  <SelectField<DeviceField>
                    name="owner"
                    label={t('owner')}
                    value={controlText(text.owner)}
                    choices={ownerChoices(owners)}
                  />
                ),
              ...(!phone && { macAddress: null }),
            }}
          />
        </FieldGroup>
        {phone && (
          <FieldGroup title={t('sip.title')} hint={t('sip.hint')}>
            <ListedFields
              {...fields}
              group="sip"
              controls={{
                sipPassword: (
                  <SecretField<DeviceField>
                    name="sipPassword"
                    label={t('sip.password')}
                    held={device.held.sipPassword}
                    reveal={reveal && (() => reveal(device.id))}
                    className="sm:col-span-2"
                  />
                ),
              }}
            />
          </FieldGroup>
        )}
        <FieldGroup title={t('forward.title')} hint={t('forward.hint')} feature>
          <ListedFields {...fields} group="forward" />
        </FieldGroup>
        <FieldGroup title={t('callerId.title')} hint={t('callerId.hint')}>
          <ListedFields {...fields} group="callerId" />
        </FieldGroup>
      </Form>
    </FormPanel>
  )
}
