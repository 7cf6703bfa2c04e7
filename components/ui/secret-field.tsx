'use client'
import type { ReactNode } from 'react'
import type { Answer } from '../../lib/views/form.ts'
import type { FieldProps } from './field.tsx'
import { useFieldState } from './form-scope.ts'
import { PasswordField } from './password-field.tsx'
import { RevealedSecret } from './revealed-secret.tsx'

type Props<Name extends string> = FieldProps<Name> & {
  /** Whether there is one already; it is not in the page. */
  held: boolean
  /** Fetches it; null where the person may not look. */
  reveal: (() => Promise<Answer<string>>) | null
}

/** A secret kept elsewhere: typing replaces it, leaving it empty keeps it, looking at it is asked for. */
export function SecretField<Name extends string>({ held, reveal, hint, ...field }: Props<Name>): ReactNode {
  const { locked } = useFieldState(field.name)
  const stands = held ? 'Leave empty to keep the one it has.' : 'None is set.'
  return (
    <div className="space-y-2">
      {locked ? (
        <p className="text-sm font-medium">{field.label}</p>
      ) : (
        <PasswordField
          {...field}
          hint={hint ?? stands}
          autoComplete="new-password"
          suggests
          {...(held && { placeholder: '••••••••••••' })}
        />
      )}
      {held && reveal && <RevealedSecret label={field.label} reveal={reveal} />}
    </div>
  )
}
