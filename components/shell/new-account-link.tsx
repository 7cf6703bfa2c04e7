'use client'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { buttonClass } from '../ui/button-class.ts'
import { Link } from '../ui/link.tsx'
import { useCurrentAccount } from './current-account.ts'
import { useMay } from './use-nav-items.tsx'

/** The key that follows the link. */
export const NEW_ACCOUNT_KEY = 'c'

/** The page that creates an account below the one that this page is about, or below the viewer's own. */
export function useNewAccountPath(): '/accounts/new' | `/accounts/${string}/accounts/new` {
  const account = useCurrentAccount()
  return account === null ? '/accounts/new' : `/accounts/${account}/accounts/new`
}

/** Creates an account from anywhere; on small screens only its icon is shown. */
export function NewAccountLink(): ReactNode {
  const t = useTranslations('accounts')
  const [path, may] = [useNewAccountPath(), useMay('account.create')]
  if (!may) return null
  return (
    <Link
      href={path}
      data-single-key={NEW_ACCOUNT_KEY}
      aria-keyshortcuts={NEW_ACCOUNT_KEY}
      title={t('new')}
      className={buttonClass('quiet', 'max-lg:w-control max-lg:px-0')}
    >
      <Plus aria-hidden="true" />
      <span className="max-lg:sr-only">{t('new')}</span>
    </Link>
  )
}
