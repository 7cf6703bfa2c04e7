'use client'
import { useTranslations } from 'next-intl'
import { useState, useTransition, type ReactNode } from 'react'
import type { Failure } from '../../lib/views/form.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { Dialog, DialogClose } from '../ui/dialog.tsx'
import { ReloadButton } from '../ui/reload-button.tsx'
import { SIGN_OUT_FORM } from './sign-out.tsx'
import type { SessionPhase } from './session-clock.ts'

type Ending = Extract<SessionPhase, { name: 'ending' }>
type Props = {
  phase: Exclude<SessionPhase, { name: 'fine' }>
  /** Returns why extending failed; null: it worked. */
  stay: () => Promise<Failure | null>
}

/** Says that the session is about to end, or has ended. */
export function SessionDialog({ phase, stay }: Props): ReactNode {
  return phase.name === 'over' ? <Over /> : <AboutToEnd phase={phase} stay={stay} />
}

function AboutToEnd({ phase, stay }: { phase: Ending; stay: () => Promise<Failure | null> }): ReactNode {
  const t = useTranslations('shell.session')
  const [pending, start] = useTransition()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [dismissed, setDismissed] = useState(false)
  const go = () => start(async () => setFailure(await stay()))
  const time = `${Math.floor(phase.seconds / 60)}:${String(phase.seconds % 60).padStart(2, '0')}`
  // Closing the dialog shows that the user is here, so it extends the session; the absolute end cannot be
  // extended.
  const close = phase.absolute ? () => setDismissed(true) : go
  return (
    <Dialog
      title={t('ending')}
      open={!dismissed}
      onOpenChange={close}
      foot={
        <>
          <Button type="submit" form={SIGN_OUT_FORM}>
            {t('signOut')}
          </Button>
          {failure?.newVersion && <ReloadButton />}
          {!phase.absolute && !failure?.newVersion && (
            <Button weight="primary" pending={pending} onClick={go}>
              {pending ? t('staying') : t('stay')}
            </Button>
          )}
        </>
      }
    >
      <p role="timer" className="tabular-nums text-sm text-ink-soft">
        {phase.absolute ? t('absolute', { time }) : t('idle', { time })}
      </p>
      <output className="block text-sm text-bad">
        {!pending && failure && (failure.newVersion ? failure.message : t('failed'))}
      </output>
    </Dialog>
  )
}

function Over(): ReactNode {
  const t = useTranslations('shell.session')
  const [open, setOpen] = useState(true)
  return (
    <Dialog
      title={t('ended')}
      open={open}
      onOpenChange={setOpen}
      foot={
        <>
          <DialogClose>{t('back')}</DialogClose>
          <a href="/sign-in" target="_blank" rel="noopener" className={buttonClass('primary')}>
            {t('signIn')}
          </a>
        </>
      }
    >
      <p className="text-sm text-ink-soft">{t('kept')}</p>
    </Dialog>
  )
}
