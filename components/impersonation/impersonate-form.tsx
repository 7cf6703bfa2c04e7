'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import type { ImpersonationField, ImpersonationTarget } from '../../lib/views/impersonation.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { useNameLabel } from '../shell/name-label.tsx'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { Form } from '../ui/form.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'

const rules = async () => (await import('../../lib/views/impersonation-form.ts')).impersonationRules

type Props = { target: ImpersonationTarget; action: FormAction<ImpersonationField>; beside: ReactNode }

/** Asks as whom, for a reason, which has the focus, a ticket, and whether changes are allowed. */
export function ImpersonateForm({ target, action, beside }: Props): ReactNode {
  const t = useTranslations('impersonation.start')
  const reasons = useId()
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('[name="reason"]')?.focus(), [])
  return (
    <div ref={form}>
      <Form action={action} rules={rules} submit={t('submit')} submitting={t('submitting')} beside={beside}>
        <TargetField target={target} />
        <TextField<ImpersonationField>
          name="reason"
          label={t('reason')}
          hint={t('reasonHint')}
          {...(target.reasons.length > 0 && { list: reasons })}
          required
        />
        <datalist id={reasons}>
          {target.reasons.map((reason) => (
            <option key={reason}>{reason}</option>
          ))}
        </datalist>
        <TextField<ImpersonationField> name="ticket" label={t('ticket')} hint={t('ticketHint')} />
        {target.mayChange && (
          <CheckboxField<ImpersonationField>
            name="changes"
            label={t('changes')}
            hint={t('changesHint')}
            ticked={false}
          />
        )}
      </Form>
    </div>
  )
}

/** The user, or one of an account's users, or its admin without a name. */
function TargetField({ target: { target, choices, chosen } }: Pick<Props, 'target'>): ReactNode {
  const t = useTranslations('impersonation.start')
  const nameLabel = useNameLabel()
  if (choices.length === 0) return <input type="hidden" name="target" value={target} />
  const users = choices.map(({ target: value, name, admin }) => {
    const label = nameLabel('user', name)
    return { value, label: admin ? t('admin', { name: label }) : label }
  })
  return (
    <SelectField<ImpersonationField>
      name="target"
      label={t('who')}
      hint={t('whoHint')}
      value={chosen}
      choices={[...users, { value: target, label: t('anyAdmin') }]}
    />
  )
}
