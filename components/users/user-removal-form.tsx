'use client'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { isConfirmed } from '../../lib/views/confirm-text.ts'
import type { FormAction } from '../../lib/views/form.ts'
import type { UserRemovalField } from '../../lib/views/user-form.ts'
import { DISPOSITIONS, type UserRemoval } from '../../lib/views/user.ts'
import { CopyButton } from '../ui/copy-button.tsx'
import { FieldGroup } from '../ui/field-group.tsx'
import { FormPanel } from '../ui/form-panel.tsx'
import { Form } from '../ui/form.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { RadioField } from '../ui/radio-field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { isBlank } from '../../lib/views/text-rules.ts'
import { useNameLabel } from '../shell/name-label.tsx'

const rules = async () => (await import('../../lib/views/user-form.ts')).userRemovalRules

type Props = Omit<UserRemoval, 'breadcrumbs' | 'unopenable'> & { action: FormAction<UserRemovalField> }

/** Asks what to do with a user's devices and voicemail boxes, and for their name if they have any. */
export function UserRemovalForm({ user, devices, boxes, newOwners, action }: Props): ReactNode {
  const t = useTranslations('users.removal')
  const tForm = useTranslations('form')
  const nameLabel = useNameLabel()
  const choices = useDispositions(newOwners.length > 0)
  const [typed, setTyped] = useState('')
  const anything = devices.length + boxes.length > 0
  // There is nothing to type of a user without a name.
  const asks = anything && !isBlank(user.name)
  return (
    <FormPanel>
      <Form
        action={action}
        rules={rules}
        hidden={{ user: user.id }}
        submit={t('submit')}
        submitting={t('submitting')}
        beside={<LinkButton href={`/users/${user.id}`}>{t('cancel')}</LinkButton>}
        warnOnLeave={false}
        dangerous
        blocked={asks && !isConfirmed(typed, user.name)}
        sticky
      >
        {anything && (
          <FieldGroup title={t('resources')}>
            {devices.length > 0 && (
              <RadioField<UserRemovalField>
                name="devices"
                label={t('devices', { count: devices.length })}
                hint={devices.map(({ name }) => nameLabel('device', name)).join(', ')}
                value="keep"
                choices={choices('devices')}
              />
            )}
            {boxes.length > 0 && (
              <RadioField<UserRemovalField>
                name="boxes"
                label={t('boxes', { count: boxes.length })}
                hint={boxes.map(({ mailbox }) => mailbox).join(', ')}
                value="keep"
                choices={choices('boxes')}
              />
            )}
            {newOwners.length > 0 && (
              <SelectField<UserRemovalField>
                name="newOwner"
                label={t('newOwner')}
                hint={t('newOwnerHint')}
                value=""
                choices={[
                  { value: '', label: t('choose') },
                  ...newOwners.map(({ id, name }) => ({
                    value: id,
                    label: name === null ? id : nameLabel('user', name),
                  })),
                ]}
                className="sm:col-span-2"
              />
            )}
          </FieldGroup>
        )}
        {asks && (
          <FieldGroup title={t('confirm')}>
            <TextField<UserRemovalField>
              name="typed"
              label={t('typed')}
              onInput={({ currentTarget }) => setTyped(currentTarget.value)}
              hint={
                <span className="inline-flex items-center gap-1">
                  {t('typedHint', { name: user.name })}
                  <CopyButton text={user.name} label={tForm('confirmCopy')} />
                </span>
              }
              spellCheck={false}
              required
            />
          </FieldGroup>
        )}
      </Form>
    </FormPanel>
  )
}

/** The choices for devices or boxes; they can be given away only if there is another user. */
function useDispositions(givable: boolean) {
  const t = useTranslations('users.removal')
  return (of: 'devices' | 'boxes') =>
    DISPOSITIONS.filter((disposition) => givable || disposition !== 'give').map((disposition) => {
      if (disposition === 'delete')
        return { value: disposition, label: t(`delete.${of}`), hint: t(`deleteHint.${of}`) }
      return disposition === 'give'
        ? { value: disposition, label: t('give') }
        : { value: disposition, label: t('keep'), hint: t('keepHint') }
    })
}
