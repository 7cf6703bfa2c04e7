'use client'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import type { CredentialsField } from '../../lib/views/connection.ts'
import { LoginOrToken } from '../trial/login-or-token.tsx'
import { classNames } from '../ui/class-names.ts'
import { useFieldState } from '../ui/form-context.ts'
import { PasswordField } from '../ui/password-field.tsx'
import { SegmentedField } from '../ui/segmented-field.tsx'
import { TextField } from '../ui/text-field.tsx'

type Kind = 'key' | 'token'
type Props = { kinds: readonly Kind[]; realm: string | null }

/**
 * An API key, or a credentials token with its realm. Without script both are shown, and the selected kind
 * counts.
 */
export function CredentialsFields({ kinds, realm }: Props): ReactNode {
  const t = useTranslations('connection.fields')
  const { typed } = useFieldState('kind')
  const [chosen, setChosen] = useState<string | null>(null)
  const [first = 'key'] = kinds
  const kind = chosen ?? (typed === null || typed === '' ? first : typed)
  const shown = (each: Kind) => classNames('space-y-5', kind !== each && '[@media(scripting:enabled)]:hidden')
  return (
    <>
      {kinds.length === 1 ? (
        <input type="hidden" name="kind" value={first} />
      ) : (
        <SegmentedField<CredentialsField>
          name="kind"
          label={t('kind')}
          value={first}
          choices={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          onChoose={setChosen}
        />
      )}
      {kinds.includes('key') && (
        <div className={shown('key')}>
          <PasswordField<CredentialsField>
            name="key"
            label={t('key')}
            hint={t('keyHint')}
            autoComplete="new-password"
            required
          />
        </div>
      )}
      {kinds.includes('token') && (
        <div className={shown('token')}>
          <TextField<CredentialsField>
            name="realm"
            label={t('realm')}
            value={realm ?? ''}
            spellCheck={false}
            tabularNums
            required
          />
          <LoginOrToken />
        </div>
      )}
    </>
  )
}
