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
  /** Whether there is one already; it is not in the page. */
  held: boolean
  /** Fetches it; null where the person may not look. */
  reveal: (() => Promise<Answer<string>>) | null
}

/** A secret kept elsewhere: the one it has, to be looked at on request, and a new one to take its place. */
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
