import { Circle, CircleCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FirstStep, FirstSteps } from '../../lib/views/first-steps.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { ButtonForm } from '../ui/button-form.tsx'
import { classNames } from '../ui/class-names.ts'
import { Link } from '../ui/link.tsx'
import { Panel } from '../ui/panel.tsx'

const PATHS = {
  connect: '/connection',
  invite: '/team/invite',
  secondFactor: '/profile/security',
  brand: '/brand',
  domain: '/brand/domains',
  activate: '/connection',
} as const satisfies Record<FirstStep, string>

type Props = { steps: FirstSteps; dismiss: FormAction<never> }

/** What is worth doing while the trial runs: each step leads to its page, and is ticked once it is done. */
export function FirstStepsPanel({ steps, dismiss }: Props): ReactNode {
  const t = useTranslations('trial.firstSteps')
  const done = steps.filter((step) => step.done).length
  return (
    <Panel
      title={t('title')}
      hint={t('done', { done, all: steps.length })}
      aside={
        <ButtonForm action={dismiss} size="small" weight="quiet">
          {t('dismiss')}
        </ButtonForm>
      }
    >
      <ol className="grid gap-x-6 gap-y-3 sm:grid-cols-2 xl:grid-cols-3">
        {steps.map(({ step, done: ticked }) => (
          <li key={step} className="flex items-start gap-2.5 text-sm">
            {ticked ? (
              <CircleCheck aria-hidden="true" className="mt-1 size-4 shrink-0 text-good" />
            ) : (
              <Circle aria-hidden="true" className="mt-1 size-4 shrink-0 text-ink-faint" />
            )}
            <span className="min-w-0">
              <Link
                href={PATHS[step]}
                className={classNames(
                  'inline-flex min-h-6 items-center font-medium underline-offset-2 hover:underline',
                  ticked && 'text-ink-soft',
                )}
              >
                {t(`steps.${step}.title`)}
                {ticked && <span className="sr-only"> ({t('ticked')})</span>}
              </Link>
              {!ticked && <span className="block text-ink-soft">{t(`steps.${step}.about`)}</span>}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
