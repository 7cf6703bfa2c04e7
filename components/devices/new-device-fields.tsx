'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { NewDeviceField, OwnerOption } from '../../lib/views/device.ts'
import { FieldGroup } from '../ui/field-group.tsx'
import { PasswordField } from '../ui/password-field.tsx'
import { SuggestButton } from '../ui/suggest-button.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useHydrated } from '../ui/use-hydrated.ts'
import { useOwnerChoices } from './use-owner-choices.ts'
import { TypeField } from './type-field.tsx'
import { typeRegisters } from '../../lib/views/device-state.ts'

type Props = {
  owners: readonly OwnerOption[] | null
  owner: string
  chosen: string
  onChoose: (type: string) => void
  impersonating: boolean
}

/** The fields of a new device that fit its type; all of them without script. */
export function NewDeviceFields({ owners, owner, chosen, onChoose, impersonating }: Props): ReactNode {
  const t = useTranslations('devices.form')
  const ownerChoices = useOwnerChoices()
  const every = !useHydrated()
  return (
    <>
      <FieldGroup title={t('new.kind')}>
        <TypeField chosen={chosen} onChoose={onChoose} />
      </FieldGroup>
      <FieldGroup title={t('device')}>
        <TextField<NewDeviceField> name="name" label={t('name')} required />
        <SelectField<NewDeviceField>
          name="owner"
          label={t('owner')}
          value={owner}
          choices={ownerChoices(owners ?? [])}
          {...(owners === null && { hint: t('ownersUnknown') })}
        />
        {(every || chosen === 'sip_device') && (
          <TextField<NewDeviceField>
            name="macAddress"
            label={t('macAddress')}
            hint={t(every ? 'macHintDesk' : 'macHint')}
            spellCheck={false}
            tabularNums
          />
        )}
        {(every || chosen === 'cellphone') && (
          <TextField<NewDeviceField>
            name="forwardNumber"
            label={t('new.number')}
            hint={t(every ? 'new.numberHintMobile' : 'new.numberHint')}
            type="tel"
            inputMode="tel"
            tabularNums
            required={!every}
          />
        )}
      </FieldGroup>
      {impersonating && (every || typeRegisters(chosen)) && (
        <FieldGroup title={t('sip.title')}>
          <p className="text-sm text-ink-soft sm:col-span-2">{t('new.sipMade')}</p>
        </FieldGroup>
      )}
      {!impersonating && (every || typeRegisters(chosen)) && (
        <FieldGroup title={t('sip.title')} hint={t('new.sipHint')}>
          <TextField<NewDeviceField>
            name="sipUsername"
            label={t('sip.username')}
            hint={t('new.usernameHint')}
            spellCheck={false}
            tabularNums
          />
          <PasswordField<NewDeviceField>
            name="sipPassword"
            label={t('sip.password')}
            hint={t('new.passwordHint')}
            autoComplete="new-password"
            Suggest={SuggestButton}
          />
        </FieldGroup>
      )}
    </>
  )
}
