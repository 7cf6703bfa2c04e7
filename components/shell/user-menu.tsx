import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ViewerBadge } from '../../lib/views/viewer.ts'
import { Avatar } from '../ui/avatar.tsx'
import { LanguageSwitch, type ChooseLanguage } from './language-switch.tsx'
import { ProfileLink } from './profile-link.tsx'
import { SignOutForm } from './sign-out.tsx'
import { ThemeSwitch } from './theme-switch.tsx'
import { NameLabel } from './name-label.tsx'

const MENU = 'user-menu'

type Props = { viewer: ViewerBadge; chooseLanguage: ChooseLanguage }

/** The viewer's name, settings and sign-out. A native popover: it works without script. */
export function UserMenu({ viewer, chooseLanguage }: Props): ReactNode {
  const t = useTranslations('shell')
  return (
    <>
      <button
        type="button"
        popoverTarget={MENU}
        className="flex min-h-control max-w-48 min-w-0 items-center gap-2 rounded-md px-1.5 text-sm text-ink-soft hover:bg-hover hover:text-ink"
      >
        <Avatar name={viewer.name} />
        <span className="truncate max-sm:sr-only">
          <NameLabel of="user" name={viewer.name} />
        </span>
        <ChevronDown aria-hidden="true" className="size-3.5 shrink-0" />
      </button>
      <div
        id={MENU}
        popover="auto"
        className="fixed inset-auto top-13 right-3 m-0 max-h-[calc(100dvh-4rem)] w-64 max-w-[calc(100vw-1.5rem)] space-y-3 overflow-y-auto rounded-lg bg-raised p-3 text-sm text-ink shadow-float"
      >
        <div className="min-w-0">
          <p className="truncate font-semibold">
            <NameLabel of="user" name={viewer.name} />
          </p>
          <p className="truncate text-ink-soft">{viewer.email}</p>
          <p className="text-xs text-ink-faint">
            {t('who.at', { role: t(`roles.${viewer.role}`), tenant: viewer.tenant })}
          </p>
        </div>
        {viewer.may.includes('profile.edit') && <ProfileLink />}
        <ThemeSwitch />
        <LanguageSwitch action={chooseLanguage} />
        <SignOutForm />
      </div>
    </>
  )
}
