'use client'
import { useTranslations } from 'next-intl'
import { useId, type ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import { Button } from './button.tsx'
import { Notice } from './notice.tsx'
import { RefusalNotice } from './refusal-notice.tsx'
import type { Submission } from './use-submission.ts'

export type ConfirmFormProps<Field extends string> = {
  action: FormAction<Field>
  hidden: Partial<Record<Field, string>>
  confirm: string
  dangerous?: boolean | undefined
  /** Text that the user has to type before they can confirm. */
  typed?: string | undefined
  /** The name under which the typed text is sent, if the server checks it as well. */
  typedAs?: Field | undefined
}

/**
 * The confirm button. The browser validates the typed text (`pattern`), so it is enforced without script too.
 */
export function ConfirmForm<Field extends string>(
  props: Omit<ConfirmFormProps<Field>, 'action'> & {
    submission: Submission<Field>
    beside?: ReactNode
  },
): ReactNode {
  const { submission, hidden, confirm, dangerous = false, typed, typedAs, beside } = props
  const { state, pending, formAction, submit } = submission
  const t = useTranslations('form')
  const id = useId()

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
        <div className="space-y-1 text-sm">
          <label htmlFor={id}>{t.rich('confirm', { typed, name: strong })}</label>
          <input
            id={id}
            name={typedAs}
            required
            pattern={exactPattern(typed)}
            title={t('confirmPattern', { name: typed })}
            autoComplete="off"
            spellCheck={false}
            className="input"
          />
        </div>
      )}
      {state.status === 'rejected' && (
        <div role="alert">
          <RefusalNotice state={state} />
        </div>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        {beside}
        <Button type="submit" weight={dangerous ? 'danger' : 'primary'} pending={pending}>
          {confirm}
        </Button>
      </div>
    </form>
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
