import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ViewerBadge } from '../../lib/views/viewer.ts'
import { Avatar } from '../ui/avatar.tsx'
import { HelpLink } from './help-link.tsx'
import { LanguageSwitch, type ChooseLanguage } from './language-switch.tsx'
import { ProfileLink } from './profile-link.tsx'
import { SignOutForm } from './sign-out.tsx'
import { ThemeSwitch } from './theme-switch.tsx'
import { useNameLabel } from './name-label.tsx'

const MENU = 'user-menu'

type Props = { viewer: ViewerBadge; chooseLanguage: ChooseLanguage }

/** The viewer's name, settings and sign-out. A native popover: it works without script. */
export function UserMenu({ viewer, chooseLanguage }: Props): ReactNode {
  const t = useTranslations('shell')
  const nameLabel = useNameLabel()
  const { impersonation } = viewer
  const shown = nameLabel('user', impersonation?.targetName ?? impersonation?.account ?? viewer.name)
  return (
    <>
      <button
        type="button"
        popoverTarget={MENU}
        className="flex min-h-control max-w-48 min-w-0 items-center gap-2 rounded-md px-1.5 text-sm text-ink-soft hover:bg-hover hover:text-ink"
      >
        <Avatar name={shown} />
        <span className="truncate max-sm:sr-only">{shown}</span>
        <ChevronDown aria-hidden="true" className="size-3.5 shrink-0" />
      </button>
      <div
        id={MENU}
        popover="auto"
        className="fixed inset-auto top-[calc(3.25rem+var(--bar))] right-3 m-0 max-h-[calc(100dvh-4rem-var(--bar))] w-64 max-w-[calc(100vw-1.5rem)] space-y-3 overflow-y-auto rounded-lg bg-raised p-3 text-sm text-ink shadow-float"
      >
        <div className="min-w-0">
          <p className="truncate font-semibold">{shown}</p>
          {impersonation === null && <p className="truncate text-ink-soft">{viewer.email}</p>}
          <p className="text-xs text-ink-faint">
            {t('who.at', {
              role: t(`roles.${viewer.role}`),
              tenant: impersonation === null ? viewer.tenant : nameLabel('account', impersonation.account),
            })}
          </p>
        </div>
        {impersonation !== null && <SignedInAs viewer={viewer} reason={impersonation.reason} />}
        {viewer.may.includes('profile.edit') && <ProfileLink />}
        <HelpLink />
        <ThemeSwitch />
        <LanguageSwitch action={chooseLanguage} />
        <SignOutForm />
      </div>
    </>
  )
}

type SignedInAsProps = { viewer: Pick<ViewerBadge, 'name' | 'email'>; reason: string }

/** Who impersonates, and why: the menu above names the impersonated user. */
function SignedInAs({ viewer: { name, email }, reason }: SignedInAsProps): ReactNode {
  const t = useTranslations('shell.impersonation')
  const nameLabel = useNameLabel()
  return (
    <div className="rounded-md bg-sunken px-2.5 py-2 text-xs text-ink-soft [overflow-wrap:anywhere]">
      <p className="font-medium text-ink">{t('signedInAs', { member: nameLabel('user', name) })}</p>
      <p>{email}</p>
      <p>{t('reason', { reason })}</p>
    </div>
  )
}
