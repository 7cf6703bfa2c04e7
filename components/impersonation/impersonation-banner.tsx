import { Eye, Pencil } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { ImpersonationBadge } from '../../lib/views/viewer.ts'
import { ButtonForm } from '../ui/button-form.tsx'
import { TimeLeft } from './time-left.tsx'
import { useNameLabel } from '../shell/name-label.tsx'

type Props = { member: string; impersonation: ImpersonationBadge; end: FormAction<never> }

/**
 * Shown above every page of an impersonation: who is impersonated by whom, for how long, and a button to end
 * it.
 */
export function ImpersonationBanner({ member, impersonation, end }: Props): ReactNode {
  const t = useTranslations('shell.impersonation')
  const nameLabel = useNameLabel()
  const { targetName, changes, native, secondsLeft } = impersonation
  const account = nameLabel('account', impersonation.account)
  const Icon = changes ? Pencil : Eye
  return (
    <section
      aria-label={t('label')}
      className="sticky top-0 z-30 flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b-2 border-accent bg-accent-soft px-4 py-1.5 text-sm text-accent-ink"
    >
      <p className="flex min-w-0 flex-1 basis-64 items-center gap-2">
        <Icon aria-hidden="true" className="size-4 shrink-0" />
        <span className="min-w-0 [overflow-wrap:anywhere]">
          {targetName === null
            ? t('inAccount', { member, account })
            : t('asUser', { member, name: nameLabel('user', targetName), account })}{' '}
          <span className="text-xs">
            {t(changes ? 'changes' : 'readOnly')} {t(native ? 'native' : 'limited')}
          </span>
        </span>
      </p>
      <div className="flex items-center gap-3">
        <TimeLeft seconds={secondsLeft} />
        <ButtonForm action={end} size="small">
          {t('end')}
        </ButtonForm>
      </div>
    </section>
  )
}
