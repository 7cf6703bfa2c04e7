'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { SharingField } from '../../lib/views/user-form.ts'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { EchoedHiddenField } from '../ui/echoed-hidden-field.tsx'
import { useFieldState } from '../ui/form-context.ts'
import { TextField } from '../ui/text-field.tsx'

/**
 * The e-mail address of a user. If another user has it, a checkbox below it saves it all the same, for a
 * shared mailbox.
 */
export function EmailField({ value = '' }: { value?: string }): ReactNode {
  const t = useTranslations('users.form')
  const { typed: inUse } = useFieldState('emailInUse')
  return (
    <div className="min-w-0 space-y-2">
      <TextField<'email'>
        name="email"
        label={t('email')}
        type="email"
        inputMode="email"
        spellCheck={false}
        value={value}
      />
      {inUse !== null && inUse !== '' && (
        <>
          <EchoedHiddenField name="emailInUse" />
          {/* A confirmation of another address is not kept. */}
          <CheckboxField<SharingField>
            key={inUse}
            name="sharedEmail"
            label={t('sharedEmail', { email: inUse })}
            hint={t('sharedEmailHint')}
            ticked={false}
          />
        </>
      )}
    </div>
  )
}
