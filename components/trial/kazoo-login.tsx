'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useId, useRef, type ReactNode } from 'react'
import { FieldError, FieldHint } from '../ui/field.tsx'
import { useFieldState } from '../ui/form-context.ts'
import { credentialsTokenOf } from './credentials-token.ts'

/**
 * Makes the field `token` of a form from a username and a password. Their inputs have no names, so the
 * password cannot be sent, not even by accident. `named`: the token is in the form; before hydration it is
 * not, because without script another field has it.
 */
export function KazooLogin({ named }: { named: boolean }): ReactNode {
  const t = useTranslations('trial.login')
  const { id, error } = useFieldState('token')
  const prefix = useId()
  const token = useRef<HTMLInputElement>(null)
  const username = useRef<HTMLInputElement>(null)
  const password = useRef<HTMLInputElement>(null)
  const about = error === null ? `${prefix}-about` : `${id}-error ${prefix}-about`

  function compute() {
    const [name, secret] = [username.current?.value ?? '', password.current?.value ?? '']
    // Kazoo keeps both digests of every password, so the portal need not ask for one.
    const made = name.trim() === '' || secret === '' ? '' : credentialsTokenOf(name, secret, 'md5')
    if (token.current === null || token.current.value === made) return
    token.current.value = made
    token.current.dispatchEvent(new Event('input', { bubbles: true }))
  }
  // The browser may have filled in both before.
  const onNamed = useEffectEvent(compute)
  useEffect(() => {
    if (named) onNamed()
  }, [named])

  return (
    <div className="js-only space-y-1">
      {named && <input ref={token} type="hidden" name="token" data-secret />}
      <div className="grid gap-4 sm:grid-cols-2">
        <LoginInput
          ref={username}
          // The error summary leads here.
          id={named ? id : `${prefix}-username`}
          label={t('username')}
          type="text"
          faulty={error !== null}
          about={about}
          onInput={compute}
        />
        <LoginInput
          ref={password}
          id={`${prefix}-password`}
          label={t('password')}
          type="password"
          faulty={error !== null}
          about={about}
          onInput={compute}
        />
      </div>
      {error !== null && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <FieldHint id={`${prefix}-about`}>{t('about')}</FieldHint>
    </div>
  )
}

type LoginInputProps = {
  ref: { current: HTMLInputElement | null }
  id: string
  label: string
  type: 'text' | 'password'
  faulty: boolean
  about: string
  onInput: () => void
}

function LoginInput({ ref, id, label, faulty, about, type, onInput }: LoginInputProps): ReactNode {
  return (
    <div className="min-w-0 space-y-1">
      <label htmlFor={id} className="block text-sm font-medium">
        <span data-label>{label}</span>
      </label>
      <input
        ref={ref}
        id={id}
        type={type}
        data-secret
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        aria-required
        aria-invalid={faulty || undefined}
        aria-describedby={about}
        onInput={onInput}
        className="input text-sm"
      />
    </div>
  )
}
