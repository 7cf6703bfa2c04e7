'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { AuditOut } from '../../lib/views/audit.ts'
import type { OutField } from '../../lib/views/audit-form.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { Form } from '../ui/form.tsx'
import { PasswordField } from '../ui/password-field.tsx'
import { SuggestButton } from '../ui/suggest-button.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'

const rules = async () => (await import('../../lib/views/audit-form.ts')).outRules

type Props = { out: AuditOut | null; action: FormAction<OutField> }

/** Where the trail is sent, as what, and by which secret it is known to come from here. */
export function OutForm({ out, action }: Props): ReactNode {
  const t = useTranslations('audit.out')
  return (
    <Form action={action} rules={rules} submit={t('keepAddress')} submitting={t('submitting')}>
      <SelectField<OutField>
        name="kind"
        label={t('kind')}
        value={out?.kind ?? 'webhook'}
        choices={(['webhook', 'syslog'] as const).map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      <TextField<OutField>
        name="address"
        label={t('address')}
        hint={t('addressHint')}
        value={out?.address ?? ''}
        inputMode="url"
        spellCheck={false}
        figures
        required
      />
      <PasswordField<OutField>
        name="secret"
        label={t('secret')}
        hint={t('secretHint')}
        autoComplete="new-password"
        Suggest={SuggestButton}
      />
    </Form>
  )
}
