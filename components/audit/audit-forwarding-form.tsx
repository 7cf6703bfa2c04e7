'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { AuditForwarding } from '../../lib/views/audit.ts'
import type { ForwardingField } from '../../lib/views/audit-form.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { Form } from '../ui/form.tsx'
import { PasswordField } from '../ui/password-field.tsx'
import { SuggestButton } from '../ui/suggest-button.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'

const rules = async () => (await import('../../lib/views/audit-form.ts')).forwardingRules

type Props = { forwarding: AuditForwarding | null; action: FormAction<ForwardingField> }

/** Where the audit log is forwarded to, in which format, and the secret that proves its origin. */
export function AuditForwardingForm({ forwarding, action }: Props): ReactNode {
  const t = useTranslations('audit.settings')
  return (
    <Form action={action} rules={rules} submit={t('saveDestination')} submitting={t('submitting')}>
      <SelectField<ForwardingField>
        name="kind"
        label={t('kind')}
        value={forwarding?.kind ?? 'webhook'}
        choices={(['webhook', 'syslog'] as const).map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      <TextField<ForwardingField>
        name="address"
        label={t('address')}
        hint={t('addressHint')}
        value={forwarding?.address ?? ''}
        inputMode="url"
        spellCheck={false}
        tabularNums
        required
      />
      <PasswordField<ForwardingField>
        name="secret"
        label={t('secret')}
        hint={t('secretHint')}
        autoComplete="new-password"
        Suggest={SuggestButton}
      />
    </Form>
  )
}
