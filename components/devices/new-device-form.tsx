'use client'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import type { AccountDraft } from '../../lib/views/account.ts'
import { DEVICE_FIELDS } from '../../lib/views/device-fields.ts'
import type { NewDeviceField, OwnerOption } from '../../lib/views/device.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { lockedFields } from '../../lib/views/field-list.ts'
import { NewDeviceFields } from './new-device-fields.tsx'
import { FormPanel } from '../ui/form-panel.tsx'
import { Form } from '../ui/form.tsx'
import { LinkButton } from '../ui/link-button.tsx'

type Props = {
  account: AccountDraft
  /** Null if users cannot be listed now. */
  owners: readonly OwnerOption[] | null
  /** The user that it is for at first, or empty. */
  owner: string
  action: FormAction<NewDeviceField>
  impersonating: boolean
}

const rules = async () => (await import('../../lib/views/device-form.ts')).deviceStartRules

/**
 * Creates a device: first its type, then the fields that fit it. Without script all fields are shown, with
 * the type they are for.
 */
export function NewDeviceForm({ account, owners, owner, action, impersonating }: Props): ReactNode {
  const t = useTranslations('devices.form.new')
  const [chosen, setChosen] = useState('sip_device')
  return (
    <FormPanel>
      <Form
        action={action}
        rules={rules}
        hidden={{ account: account.id }}
        submit={t('submit')}
        submitting={t('submitting')}
        beside={<LinkButton href={`/accounts/${account.id}`}>{t('cancel')}</LinkButton>}
        sticky
        withheld={chosen === 'cellphone' ? [] : lockedFields(DEVICE_FIELDS, impersonating)}
      >
        <NewDeviceFields
          owners={owners}
          owner={owner}
          chosen={chosen}
          onChoose={setChosen}
          impersonating={impersonating}
        />
      </Form>
    </FormPanel>
  )
}
