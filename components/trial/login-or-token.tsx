'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useHydrated } from '../ui/use-hydrated.ts'
import { PasswordField } from '../ui/password-field.tsx'
import { KazooLogin } from './kazoo-login.tsx'

/**
 * The field `token` of a form: a credentials token, made here from a username and a password or pasted ready.
 * Without script it is pasted, and a shell command says how to make it.
 */
export function LoginOrToken(): ReactNode {
  const t = useTranslations('trial.login')
  const hydrated = useHydrated()
  const [pastes, setPastes] = useState(false)
  const withLogin = hydrated && !pastes
  const area = useRef<HTMLDivElement>(null)
  const shown = useRef(pastes)
  useEffect(() => {
    if (shown.current === pastes) return
    shown.current = pastes
    // What was checked with the other kind of input counts no more.
    area.current?.dispatchEvent(new Event('input', { bubbles: true }))
  }, [pastes])

  return (
    <div ref={area} className="space-y-2 sm:col-span-2">
      {!pastes && <KazooLogin named={hydrated} />}
      {!withLogin && (
        <div className={pastes ? '' : '[@media(scripting:enabled)]:hidden'}>
          <PasswordField<'token'>
            name="token"
            label={t('token')}
            hint={t('tokenHint')}
            autoComplete="new-password"
            required
          />
          <noscript>
            <p className="mt-3 text-xs text-ink-soft">{t('withoutScript')}</p>
            <pre className="monospace mt-1 overflow-x-auto rounded-md bg-sunken p-2.5 text-xs">
              {"printf '%s' 'username:password' | md5sum"}
            </pre>
          </noscript>
        </div>
      )}
      <button
        type="button"
        onClick={() => setPastes(!pastes)}
        className="js-only min-h-6 text-xs text-accent-ink underline underline-offset-2"
      >
        {t(pastes ? 'enter' : 'paste')}
      </button>
    </div>
  )
}
