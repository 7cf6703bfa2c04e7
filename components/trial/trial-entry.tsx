'use client'
import { useTranslations } from 'next-intl'
import { useRef, type ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { Puzzle, TrialField } from '../../lib/views/trial.ts'
import { Panel } from '../ui/panel.tsx'
import { fillTokenField, TokenGenerator } from './token-generator.tsx'
import { TrialForm } from './trial-form.tsx'

const GENERATOR = 'token-generator'

type Props = {
  action: FormAction<TrialField>
  puzzle: () => Promise<Puzzle>
  /** Shown above the generator: how it works and why it is safe. */
  children: ReactNode
}

/** The trial form with the token generator beside it, which can fill its token field. */
export function TrialEntry({ action, puzzle, children }: Props): ReactNode {
  const t = useTranslations('trial.form')
  const page = useRef<HTMLDivElement>(null)

  const link = (
    <a href={`#${GENERATOR}`} className="text-accent-ink underline underline-offset-2">
      {t('generator')}
    </a>
  )
  return (
    <div ref={page} className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_21rem]">
      <Panel className="p-5 sm:p-6">
        <TrialForm action={action} puzzle={puzzle} generator={link} />
      </Panel>
      <div className="space-y-6">
        {children}
        <Panel>
          <div id={GENERATOR}>
            <TokenGenerator onUse={(token) => fillTokenField(page.current, token)} />
          </div>
        </Panel>
      </div>
    </div>
  )
}
