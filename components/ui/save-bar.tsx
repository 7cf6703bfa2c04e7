import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormState } from '../../lib/views/form.ts'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import { useHydrated } from './use-hydrated.ts'

type Props = {
  state: FormState<string>
  /** Whether a toast has confirmed the success. */
  toasted: boolean
  pending: boolean
  edited: boolean
  submit: string
  submitting: string
  sticky: boolean
  wide: boolean
  dangerous: boolean
  blocked: boolean
  children: ReactNode
}

/** The end of a form: its submit button and its status. */
export function SaveBar({
  state,
  toasted,
  pending,
  edited,
  submit,
  submitting,
  sticky,
  wide,
  dangerous,
  blocked,
  children,
}: Props): ReactNode {
  return (
    <div
      className={classNames(
        'flex flex-wrap items-center gap-x-3 gap-y-2',
        sticky &&
          'sticky bottom-0 -mx-4 rounded-b-lg border-t border-line bg-surface px-4 py-3 sm:-mx-6 sm:px-6',
      )}
    >
      <Button
        type="submit"
        weight={dangerous ? 'danger' : 'primary'}
        pending={pending}
        disabled={useHydrated() && blocked}
        className={wide ? 'w-full' : ''}
      >
        {submit}
      </Button>
      {children}
      <output className="flex min-w-0 items-center gap-1.5 text-sm text-ink-soft">
        <SaveStatus {...{ state, toasted, pending, edited, submitting }} />
      </output>
    </div>
  )
}

function SaveStatus({
  state,
  toasted,
  pending,
  edited,
  submitting,
}: Pick<Props, 'state' | 'toasted' | 'pending' | 'edited' | 'submitting'>): ReactNode {
  const t = useTranslations('form')
  if (pending) return <span className="animate-delayed">{submitting}</span>
  if (edited) return t('notSaved')
  if (state.status !== 'saved' || toasted) return null
  return (
    <>
      <Check aria-hidden="true" className="size-4 shrink-0 text-good" />
      <span className="text-good">{state.message}</span>
    </>
  )
}
