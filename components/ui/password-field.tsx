'use client'
import { Eye, EyeOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef, useState, type ComponentType, type ReactNode } from 'react'
import { Field, type FieldProps } from './field.tsx'
import { IconButton } from './icon-button.tsx'

type Props<Name extends string> = FieldProps<Name> & {
  autoComplete: 'current-password' | 'new-password'
  placeholder?: string
  /**
   * A button that generates a secret (`SuggestButton`). Passed in, so that forms without it do not load it.
   */
  Suggest?: ComponentType<{ onSuggest: (secret: string) => void }>
}

/** A secret to type. It can be shown while it is typed and is never filled in again. */
export function PasswordField<Name extends string>(props: Props<Name>): ReactNode {
  const { name, label, hint, required, className, autoComplete, placeholder, Suggest } = props
  const t = useTranslations('form.password')
  const [shown, setShown] = useState(false)
  const input = useRef<HTMLInputElement>(null)

  function fill(secret: string) {
    if (!input.current) return
    input.current.value = secret
    input.current.dispatchEvent(new Event('input', { bubbles: true }))
    setShown(true)
  }

  return (
    <Field {...{ name, label, hint, required, className }}>
      {(control) => (
        <div className="flex gap-2">
          <div className="relative min-w-0 flex-1">
            <input
              ref={input}
              {...control}
              data-secret
              type={shown ? 'text' : 'password'}
              autoComplete={autoComplete}
              placeholder={placeholder}
              spellCheck={false}
              className="input pr-10 text-sm"
            />
            <IconButton
              label={t(shown ? 'hide' : 'show')}
              aria-pressed={shown}
              onClick={() => setShown(!shown)}
              className="js-only absolute top-0 right-0"
            >
              {shown ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
            </IconButton>
          </div>
          {Suggest && <Suggest onSuggest={fill} />}
        </div>
      )}
    </Field>
  )
}
