'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FieldProps } from '../ui/field.tsx'
import { useFieldState } from '../ui/form-context.ts'
import { PasswordField } from '../ui/password-field.tsx'
import { WithheldSecret } from '../ui/withheld-secret.tsx'

type Props<Name extends string> = FieldProps<Name> & {
  /** Whether a PIN is set; its value is not in the page and cannot be shown. */
  held: boolean
}

/** A field to set or replace a PIN. */
export function PinField<Name extends string>({ held, ...field }: Props<Name>): ReactNode {
  const t = useTranslations('form.secret')
  const { readOnly, withheld } = useFieldState(field.name)
  const { label } = field
  if (withheld) return <WithheldSecret label={label} held={held} className={field.className} />
  if (readOnly) return held ? null : <p className="text-sm text-ink-soft">{t('none', { label })}</p>
  return (
    <PasswordField
      {...field}
      label={held ? t('new', { label }) : label}
      hint={t(held ? 'keep' : 'unset')}
      autoComplete="new-password"
    />
  )
}
