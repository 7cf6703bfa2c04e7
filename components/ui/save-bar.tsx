'use client'
import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, useEffect, type ReactNode } from 'react'
import type { FormState } from '../../lib/views/form.ts'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import { useHydrated } from './use-hydrated.ts'

// Loaded after the form is mounted, to be there for the first change; if it cannot be loaded there is no key.
const loadKey = () => import('./save-key.tsx')
const SaveKey = lazy(async () => {
  try {
    return { default: (await loadKey()).SaveKey }
  } catch {
    return { default: () => null }
  }
})

type Props = {
  state: FormState<string>
  /** Whether a toast has confirmed the success. */
  toasted: boolean
  pending: boolean
  /** How many fields differ from what is stored; null: the form creates something. */
  changes: number | null
  onDiscard: () => void
  submit: string
  submitting: string
  sticky: boolean
  wide: boolean
  dangerous: boolean
  blocked: boolean
  children: ReactNode
}

/**
 * The end of a form: its submit button and its status. Where something stored is edited, it appears with the
 * first change, and counts and discards them; without script it is always there.
 */
export function SaveBar(props: Props): ReactNode {
  const { state, pending, changes, onDiscard, submit, sticky, wide, dangerous, blocked, children } = props
  const t = useTranslations('form')
  const edits = changes !== null
  const shown = !edits || changes > 0 || pending || state.status === 'rejected'
  const scripted = useHydrated()
  useEffect(() => {
    if (edits) void loadKey().catch(() => undefined)
  }, [edits])
  const button = (
    <Button
      key="submit"
      type="submit"
      weight={dangerous ? 'danger' : 'primary'}
      pending={pending}
      disabled={scripted && blocked}
      className={wide ? 'w-full' : ''}
      {...(edits && { 'aria-keyshortcuts': 'Control+S Meta+S' })}
    >
      {submit}
      {edits && changes > 0 && (
        <Suspense>
          <SaveKey />
        </Suspense>
      )}
    </Button>
  )
  const status = (
    <output
      key="status"
      className={classNames('flex min-w-0 items-center gap-1.5 text-sm text-ink-soft', edits && 'mr-auto')}
    >
      <SaveStatus {...props} />
    </output>
  )
  const discard = edits && !pending && (
    <Button key="discard" weight="quiet" className="js-only" onClick={onDiscard}>
      {t('discard')}
    </Button>
  )
  return (
    <div
      data-save-bar={sticky || undefined}
      className={classNames(
        'flex flex-wrap items-center gap-x-3 gap-y-2',
        !shown && 'unless-script',
        sticky &&
          'sticky bottom-0 z-10 -mx-4 rounded-b-lg border-t border-line bg-surface px-4 py-3 sm:-mx-6 sm:px-6',
      )}
    >
      {edits ? (
        <>
          {status}
          {children}
          {discard}
          {button}
        </>
      ) : (
        <>
          {button}
          {children}
          {status}
        </>
      )}
    </div>
  )
}

function SaveStatus({ state, toasted, pending, changes, submitting }: Props): ReactNode {
  const t = useTranslations('form')
  if (pending) return <span className="animate-delayed">{submitting}</span>
  if (changes !== null && changes > 0) return t('changes', { count: changes })
  if (state.status !== 'saved' || toasted) return null
  return (
    <>
      <Check aria-hidden="true" className="size-4 shrink-0 text-good" />
      <span className="text-good">{state.message}</span>
    </>
  )
}
