'use client'
import { useTranslations } from 'next-intl'
import { useId, useState, type ReactNode } from 'react'
import { isConfirmed } from '../../lib/views/confirm-text.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { Button } from './button.tsx'
import { CopyButton } from './copy-button.tsx'
import { Notice } from './notice.tsx'
import { RefusalNotice } from './refusal-notice.tsx'
import { useHydrated } from './use-hydrated.ts'
import type { Submission } from './use-submission.ts'

export type ConfirmFormProps<Field extends string> = {
  action: FormAction<Field>
  hidden: Partial<Record<Field, string>>
  confirm: string
  /** Something is destroyed: the button that does it is red. */
  dangerous?: boolean | undefined
  /** Text that the user has to type before they can confirm. */
  typed?: string | undefined
  /** The name under which the typed text is sent, if the server checks it as well. */
  typedAs?: Field | undefined
}

/**
 * The confirm button, disabled until the text is typed that it asks for. Without script the browser checks
 * that text (`pattern`).
 */
export function ConfirmForm<Field extends string>(
  props: Omit<ConfirmFormProps<Field>, 'action'> & {
    submission: Submission<Field>
    beside?: ReactNode
  },
): ReactNode {
  const { submission, hidden, confirm, dangerous = false, typed, typedAs, beside } = props
  const { state, pending, formAction, submit } = submission
  const scripted = useHydrated()
  const [text, setText] = useState('')
  const waits = scripted && typed !== undefined && !isConfirmed(text, typed)

  if (state.status === 'saved') {
    return (
      <output className="block">
        <Notice tone="success">{state.message}</Notice>
      </output>
    )
  }
  return (
    <form action={formAction} onSubmit={submit} className="space-y-4">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={String(value)} />
      ))}
      {typed !== undefined && (
        <ConfirmText typed={typed} name={typedAs} checked={!scripted} onText={setText} />
      )}
      {state.status === 'rejected' && (
        <div role="alert">
          <RefusalNotice state={state} />
        </div>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        {beside}
        <Button type="submit" weight={dangerous ? 'danger' : 'primary'} pending={pending} disabled={waits}>
          {confirm}
        </Button>
      </div>
    </form>
  )
}

type TextProps = {
  typed: string
  name: string | undefined
  /** Whether the browser checks it. */
  checked: boolean
  onText: (text: string) => void
}

function ConfirmText({ typed, name, checked, onText }: TextProps): ReactNode {
  const t = useTranslations('form')
  const id = useId()
  return (
    <div className="space-y-1 text-sm">
      <label htmlFor={id}>{t.rich('confirm', { typed, name: strong })}</label>
      <div className="flex items-center gap-1">
        <input
          id={id}
          name={name}
          required
          {...(checked && { pattern: exactPattern(typed), title: t('confirmPattern', { name: typed }) })}
          autoComplete="off"
          spellCheck={false}
          className="input"
          onChange={(event) => onText(event.target.value)}
        />
        <CopyButton text={typed} label={t('confirmCopy')} />
      </div>
    </div>
  )
}

const strong = (name: ReactNode) => <strong className="font-semibold break-all select-all">{name}</strong>

/** A pattern that matches only `text`. */
function exactPattern(text: string): string {
  return Array.from(text, escaped).join('')
}

function escaped(letter: string): string {
  return /[a-z0-9 ]/i.test(letter) ? letter : `\\u{${letter.codePointAt(0)?.toString(16)}}`
}
