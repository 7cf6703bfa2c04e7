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

export type PasskeyOptions = (answer: unknown) => Promise<Answer<PublicKeyCredentialRequestOptionsJSON>>

type Props = { action: FormAction<PasskeyField>; options: PasskeyOptions; next: string; weight: Weight }

/** Asks the browser for a passkey and sends its response. Hidden without script. */
export function TwoFactorPasskeyForm({ action, options, next, weight }: Props): ReactNode {
  const t = useTranslations('signIn.second')
  const tUi = useTranslations('ui')
  const form = useRef<HTMLFormElement>(null)
  const response = useRef<HTMLInputElement>(null)
  const { state, pending, formAction, submit } = useSubmission(action)
  const [asking, setAsking] = useState(false)
  const [refused, setRefused] = useState<RefusalTexts | null>(null)
  const refusal = refused ?? (state.status === 'rejected' ? state : null)

  async function ask() {
    if (asking || pending) return
    setAsking(true)
    setRefused(null)
    const answer = await askBrowser(options).catch((fault: unknown) =>
      actionFailure(fault, (key) => (key === 'unreached' ? t('noPasskey') : tUi(key))),
    )
    setAsking(false)
    if (!answer.ok)
      return setRefused({ ...answer, reference: answer.reference === '' ? null : answer.reference })
    if (response.current) response.current.value = answer.value
    form.current?.requestSubmit()
  }

  return (
    <form ref={form} action={formAction} onSubmit={submit} className="js-only space-y-3">
      <input type="hidden" name="next" value={next} />
      <input ref={response} type="hidden" name="response" />
      {refusal && (
        <div role="alert">
          <RefusalNotice state={refusal} />
        </div>
      )}
      <Button weight={weight} pending={asking || pending} onClick={() => void ask()} className="w-full">
        <KeyRound aria-hidden="true" />
        {t('passkey')}
      </Button>
    </form>
  )
}

/** The passkey's response as JSON. Throws if the user cancels or the browser has no passkey. */
async function askBrowser(options: PasskeyOptions): Promise<Answer<string>> {
  const [answer, { startAuthentication }] = await Promise.all([
    options({}),
    import('@simplewebauthn/browser'),
  ])
  if (!answer.ok) return answer
  return { ok: true, value: JSON.stringify(await startAuthentication({ optionsJSON: answer.value })) }
}
