'use client'
import { UserRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Link } from '../ui/link.tsx'
import type { MouseEvent, ReactNode } from 'react'
import { buttonClass } from '../ui/button-class.ts'

/** To one's own affairs; the card that it stands on closes. */
export function ProfileLink(): ReactNode {
  const t = useTranslations('shell.nav')
  return (
    <Link href="/profile" onClick={shut} className={buttonClass('plain', 'w-full')}>
      <UserRound aria-hidden="true" />
      {t('profile')}
    </Link>
  )
}

function shut({ currentTarget }: MouseEvent<HTMLElement>): void {
  currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()
}
