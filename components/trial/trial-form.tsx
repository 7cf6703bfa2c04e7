'use client'
import { useTranslations } from 'next-intl'
import { use, useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import { PLATFORMS, type Puzzle, type TrialField } from '../../lib/views/trial.ts'
import { classNames } from '../ui/class-names.ts'
import { FieldGroup } from '../ui/field-group.tsx'
import { FormContext, useFieldState } from '../ui/form-context.ts'
import { Form } from '../ui/form.tsx'
import { RadioField } from '../ui/radio-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { ConnectionCheck } from './connection-check.tsx'
import { LoginOrToken } from './login-or-token.tsx'
import { useProofOfWork, type ProofOfWork } from './use-proof-of-work.ts'

const rules = async () => (await import('../../lib/views/trial-form.ts')).trialRules
const checkRules = async () => (await import('../../lib/views/trial-form.ts')).connectionCheckRules
/** What the connection check is about. */
const CHECKED: readonly TrialField[] = ['platform', 'origin', 'realm', 'token']

type Props = {
  action: FormAction<TrialField>
  puzzle: () => Promise<Puzzle>
}

/** Starts a trial. */
export function TrialForm({ action, puzzle }: Props): ReactNode {
  const t = useTranslations('trial.form')
  const work = useProofOfWork(puzzle)
  return (
    <Form action={action} rules={rules} submit={t('submit')} submitting={t('submitting')}>
      <FieldGroup title={t('platformTitle')}>
        <PlatformFields />
        <TextField<TrialField>
          name="realm"
          label={t('realm')}
          hint={t('realmHint')}
          placeholder="sip.example.com"
          spellCheck={false}
          required
          className="sm:col-span-2"
        />
        <LoginOrToken />
        <div className="sm:col-span-2">
          <ConnectionCheck path="/trial/check" fields={CHECKED} rules={checkRules} takeWork={work.take} />
        </div>
      </FieldGroup>
      <FieldGroup title={t('you')}>
        <TextField<TrialField> name="name" label={t('name')} autoComplete="name" required />
        <TextField<TrialField>
          name="email"
          label={t('email')}
          hint={t('emailHint')}
          type="email"
          inputMode="email"
          autoComplete="email"
          spellCheck={false}
          required
        />
        <TextField<TrialField> name="company" label={t('company')} autoComplete="organization" required />
      </FieldGroup>
      <HiddenFields work={work} />
    </Form>
  )
}

function PlatformFields(): ReactNode {
  const t = useTranslations('trial.form')
  const { typed } = useFieldState('platform')
  const [chosen, setChosen] = useState<string | null>(null)
  const platform = chosen ?? (typed === null || typed === '' ? 'hosted' : typed)
  return (
    <>
      <RadioField<TrialField>
        name="platform"
        label={t('platform')}
        value="hosted"
        choices={PLATFORMS.map((value) => ({ value, label: t(`platforms.${KEYS[value]}`) }))}
        onChoose={setChosen}
        className="sm:col-span-2"
      />
      {/* Without script it is always shown; the hosted platform does not need it. */}
      <div
        className={classNames('sm:col-span-2', platform === 'hosted' && '[@media(scripting:enabled)]:hidden')}
      >
        <TextField<TrialField>
          name="origin"
          label={t('origin')}
          hint={t('originHint')}
          type="url"
          inputMode="url"
          placeholder="https://kazoo.example.com:8443"
          spellCheck={false}
          required={platform !== 'hosted'}
        />
      </div>
    </>
  )
}

const KEYS = { hosted: 'hosted', private: 'private', global: 'global', 'open source': 'openSource' } as const

/** A honeypot field for robots, and the proof of work. */
function HiddenFields({ work }: { work: ProofOfWork }): ReactNode {
  const state = use(FormContext)?.state
  const at = state === undefined || state.status === 'idle' ? null : state.at
  const renew = useEffectEvent(() => work.renew())
  useEffect(() => {
    // Each answer has used up its proof of work.
    if (at !== null) renew()
  }, [at])
  return (
    <>
      <input type="hidden" name="work" value={work.answer} />
      <div aria-hidden="true" className="sr-only">
        <input name="website" tabIndex={-1} autoComplete="off" defaultValue="" />
      </div>
    </>
  )
}
