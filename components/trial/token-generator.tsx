'use client'
import { useTranslations } from 'next-intl'
import { useDeferredValue, useId, useState, type ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { credentialsTokenOf, type TokenMethod } from './credentials-token.ts'

const METHODS: readonly TokenMethod[] = ['md5', 'sha1']

type Props = {
  /** Receives the token. */
  onUse: (token: string) => void
}

/**
 * Generates a credentials token in the browser. It is outside every form and its inputs have no names, so
 * nothing typed here can be sent, not even by accident.
 */
export function TokenGenerator({ onUse }: Props): ReactNode {
  const t = useTranslations('trial.generator')
  const id = useId()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [method, setMethod] = useState<TokenMethod>('md5')
  const token = useDeferredValue(
    username.trim() !== '' && password !== '' ? credentialsTokenOf(username, password, method) : '',
  )

  return (
    <section aria-labelledby={`${id}-title`} className="space-y-4">
      <div className="space-y-1">
        <h2 id={`${id}-title`} className="text-sm font-semibold">
          {t('title')}
        </h2>
        <p className="text-sm text-ink-soft">{t('about')}</p>
      </div>
      <noscript>
        <p className="text-sm text-ink-soft">{t('withoutScript')}</p>
        <pre className="monospace mt-2 overflow-x-auto rounded-md bg-sunken p-2.5 text-xs">
          {"printf '%s' 'user:password' | md5sum"}
        </pre>
      </noscript>
      <div className="js-only grid gap-4 sm:grid-cols-2">
        <TextInput id={`${id}-username`} label={t('username')} value={username} onChange={setUsername} />
        <TextInput
          id={`${id}-password`}
          label={t('password')}
          value={password}
          onChange={setPassword}
          secret
        />
      </div>
      <fieldset className="js-only flex flex-wrap items-center gap-x-5 gap-y-1 text-sm">
        <legend className="float-left mr-5 font-medium">{t('method')}</legend>
        {METHODS.map((each) => (
          <label key={each} className="inline-flex min-h-6 items-center gap-2">
            <input
              type="radio"
              className="size-4"
              checked={each === method}
              onChange={() => setMethod(each)}
            />
            {t(each)}
          </label>
        ))}
      </fieldset>
      <div className="js-only space-y-2">
        <p className="text-sm font-medium">{t('token')}</p>
        <output className="monospace block min-h-control rounded-md bg-sunken px-2.5 py-1.5 text-xs break-all">
          {token === '' ? <span className="font-sans text-ink-faint">{t('nothing')}</span> : token}
        </output>
        {token !== '' && (
          <div className="flex items-center gap-2">
            <Button onClick={() => onUse(token)}>{t('use')}</Button>
            <CopyButton text={token} label={t('copy')} />
          </div>
        )}
      </div>
    </section>
  )
}

type TextInputProps = {
  id: string
  label: string
  value: string
  onChange: (text: string) => void
  secret?: boolean
}

function TextInput({ id, label, value, onChange, secret = false }: TextInputProps): ReactNode {
  return (
    <div className="min-w-0 space-y-1">
      <label htmlFor={id} className="block text-sm font-medium">
        {label}
      </label>
      <input
        id={id}
        type={secret ? 'password' : 'text'}
        autoComplete="off"
        spellCheck={false}
        autoCapitalize="none"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="input text-sm"
      />
    </div>
  )
}

/** Fills the token field of the form within `page` as if it had been typed, and focuses it. */
export function fillTokenField(page: HTMLElement | null, token: string): void {
  const field = page?.querySelector<HTMLInputElement>('form input[name="token"]')
  if (!field) return
  field.value = token
  field.dispatchEvent(new Event('input', { bubbles: true }))
  field.focus()
}
