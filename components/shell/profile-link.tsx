'use client'
import { UserRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Link } from '../ui/link.tsx'
import type { MouseEvent, ReactNode } from 'react'
import { buttonClass } from '../ui/button-class.ts'

/** A link to the profile that closes the menu around it. */
export function ProfileLink(): ReactNode {
  const t = useTranslations('shell.nav')
  return (
    <Link href="/profile" onClick={closeMenu} className={buttonClass('plain', 'w-full')}>
      <UserRound aria-hidden="true" />
      {t('profile')}
    </Link>
  )
}

function closeMenu({ currentTarget }: MouseEvent<HTMLElement>): void {
  currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()
}
