import { Eye, Pencil } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { ImpersonationBadge } from '../../lib/views/viewer.ts'
import { ButtonForm } from '../ui/button-form.tsx'
import { classNames } from '../ui/class-names.ts'
import { useNameLabel } from '../shell/name-label.tsx'
import { TimeLeft } from './time-left.tsx'
import { useTargetLabel } from './target-label.ts'

type Props = { impersonation: ImpersonationBadge; end: FormAction<never> }

/**
 * A frame round every page of an impersonation, amber while it is read-only and red with changes, and the bar
 * on its top edge: who is impersonated in which account, why, for how long, and the way out. Neither takes a
 * colour of the brand (`app/globals.css`).
 */
export function ImpersonationBar({ impersonation, end }: Props): ReactNode {
  const t = useTranslations('shell.impersonation')
  const [nameLabel, targetLabel] = [useNameLabel(), useTargetLabel()]
  const { account, reason, changes, secondsLeft } = impersonation
  const Icon = changes ? Pencil : Eye
  return (
    <>
      <div
        aria-hidden="true"
        data-impersonation={changes ? 'changes' : 'readOnly'}
        className={classNames(
          'pointer-events-none fixed inset-0 z-40 border-4',
          changes ? 'border-bad-fill' : 'border-caution',
        )}
      />
      <section
        aria-label={t('label')}
        className={classNames(
          'sticky top-0 z-30 flex h-(--bar) items-center gap-3 px-4 text-sm print:static print:[print-color-adjust:exact] forced-colors:border-b',
          changes ? 'bg-bad-fill text-on-bad' : 'bg-caution text-on-caution',
        )}
      >
        <Icon aria-hidden="true" className="size-4 shrink-0" />
        <p className="min-w-0 flex-1 md:flex md:gap-x-2">
          <span className="block truncate font-semibold">
            {targetLabel(impersonation)} · {nameLabel('account', account)}
          </span>
          <span className="block min-w-0 flex-1 truncate">
            <span aria-hidden="true" className="max-md:hidden">
              ·{' '}
            </span>
            {t(changes ? 'changes' : 'readOnly')} · {t('reason', { reason })}
          </span>
        </p>
        <TimeLeft seconds={secondsLeft} />
        <ButtonForm action={end} size="small">
          {t('exit')}
        </ButtonForm>
      </section>
    </>
  )
}
