'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Answer } from '../../lib/views/form.ts'
import type { FieldProps } from './field.tsx'
import { useFieldState } from './form-context.ts'
import { PasswordField } from './password-field.tsx'
import { SuggestButton } from './suggest-button.tsx'
import { RevealedSecret } from './revealed-secret.tsx'
import { WithheldSecret } from './withheld-secret.tsx'

type Props<Name extends string> = FieldProps<Name> & {
  /** Whether a secret is set; its value is not in the page. */
  held: boolean
  /** Loads it; null where the viewer may not see it. */
  reveal: (() => Promise<Answer<string>>) | null
}

/** A stored secret that can be revealed on request, and a field to replace it. */
export function SecretField<Name extends string>({ held, reveal, ...field }: Props<Name>): ReactNode {
  const t = useTranslations('form.secret')
  const { readOnly, withheld } = useFieldState(field.name)
  const { label } = field
  if (withheld) return <WithheldSecret label={label} held={held} className={field.className} />
  return (
    <>
      {held && <RevealedSecret label={label} reveal={reveal} />}
      {!held && readOnly && <p className="text-sm text-ink-soft">{t('none', { label })}</p>}
      {!readOnly && (
        <PasswordField
          {...field}
          label={held ? t('new', { label }) : label}
          hint={field.hint ?? t(held ? 'keep' : 'unset')}
          autoComplete="new-password"
          Suggest={SuggestButton}
        />
      )}
    </>
  )
}
