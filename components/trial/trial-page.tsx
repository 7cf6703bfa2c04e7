import { KeyRound, Lock, ShieldCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { Puzzle, TrialField } from '../../lib/views/trial.ts'
import { EntryLink } from '../auth/entry-link.tsx'
import { Product } from '../shell/product.tsx'
import { Panel } from '../ui/panel.tsx'
import { TrialForm } from './trial-form.tsx'

const REASONS = [
  { key: 'server', icon: Lock },
  { key: 'token', icon: KeyRound },
  { key: 'goLive', icon: ShieldCheck },
] as const

type Props = {
  action: FormAction<TrialField>
  puzzle: () => Promise<Puzzle>
  /** The length of a trial. */
  days: number
}

/** Where a reseller starts a trial. */
export function TrialPage({ action, puzzle, days }: Props): ReactNode {
  const t = useTranslations('trial')
  return (
    <main className="mx-auto max-w-5xl space-y-6 px-4 py-8 sm:py-12">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Product />
        <p className="text-sm text-ink-soft">
          {t('already')} <EntryLink href="/sign-in">{t('signIn')}</EntryLink>
        </p>
      </div>
      <div className="max-w-2xl space-y-1.5">
        <h1 className="text-xl font-semibold">{t('title')}</h1>
        <p className="text-ink-soft">{t('about', { days })}</p>
      </div>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <Panel className="p-5 sm:p-6">
          <TrialForm action={action} puzzle={puzzle} />
        </Panel>
        <Panel title={t('why.title')}>
          <ul className="space-y-3.5 text-sm">
            {REASONS.map(({ key, icon: Icon }) => (
              <li key={key} className="flex gap-2.5">
                <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-accent-ink" />
                <span className="min-w-0 text-ink-soft">{t(`why.${key}`)}</span>
              </li>
            ))}
          </ul>
        </Panel>
      </div>
    </main>
  )
}
