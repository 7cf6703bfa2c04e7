'use client'
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'
import { KeyRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef, useState, type ReactNode } from 'react'
import type { Answer, FormAction } from '../../lib/views/form.ts'
import type { PasskeyField } from '../../lib/views/two-factor-form.ts'
import { Button, type Weight } from '../ui/button.tsx'
import { RefusalNotice, type RefusalTexts } from '../ui/refusal-notice.tsx'
import { actionFailure } from '../ui/action-failure.ts'
import { useSubmission } from '../ui/use-submission.ts'

export type PasskeyOptions = (given: unknown) => Promise<Answer<PublicKeyCredentialRequestOptionsJSON>>

type Props = { action: FormAction<PasskeyField>; options: PasskeyOptions; next: string; weight: Weight }

/** Asks the browser for a passkey, and sends what it gave. It needs script, and is hidden without. */
export function TwoFactorPasskeyForm({ action, options, next, weight }: Props): ReactNode {
  const t = useTranslations('signIn.second')
  const ui = useTranslations('ui')
  const form = useRef<HTMLFormElement>(null)
  const response = useRef<HTMLInputElement>(null)
  const { state, pending, formAction, submit } = useSubmission(action)
  const [asking, setAsking] = useState(false)
  const [refused, setRefused] = useState<RefusalTexts | null>(null)
  const why = refused ?? (state.status === 'rejected' ? state : null)

  async function ask() {
    if (asking || pending) return
    setAsking(true)
    setRefused(null)
    const given = await askBrowser(options).catch((fault: unknown) =>
      actionFailure(fault, (sentence) => (sentence === 'unreached' ? t('noPasskey') : ui(sentence))),
    )
    setAsking(false)
    if (!given.ok) return setRefused({ ...given, reference: given.reference === '' ? null : given.reference })
    if (response.current) response.current.value = given.value
    form.current?.requestSubmit()
  }

  return (
    <form ref={form} action={formAction} onSubmit={submit} className="js-only space-y-3">
      <input type="hidden" name="next" value={next} />
      <input ref={response} type="hidden" name="response" />
      {why && (
        <div role="alert">
          <RefusalNotice state={why} />
        </div>
      )}
      <Button weight={weight} pending={asking || pending} onClick={() => void ask()} className="w-full">
        <KeyRound aria-hidden="true" />
        {t('passkey')}
      </Button>
    </form>
  )
}

/** What the passkey gave, as JSON. It throws when the person says no, or the browser has none. */
async function askBrowser(options: PasskeyOptions): Promise<Answer<string>> {
  const [answer, { startAuthentication }] = await Promise.all([
    options({}),
    import('@simplewebauthn/browser'),
  ])
  if (!answer.ok) return answer
  return { ok: true, value: JSON.stringify(await startAuthentication({ optionsJSON: answer.value })) }
}
