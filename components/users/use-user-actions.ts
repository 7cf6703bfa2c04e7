'use client'
import { Copy, Eye, KeyRound, Phone, User } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import type { UserRow } from '../../lib/views/user.ts'
import type { Verb } from '../../lib/views/viewer.ts'
import { useCopy } from '../ui/data-table/use-copy.ts'
import type { BulkAction, RowAction } from '../ui/data-table/row-action.ts'
import { useBasePath, withBasePath } from '../ui/base-path.tsx'

type Options = {
  account: string
  may: readonly Verb[]
  /** Opens the question whether to reset the password. */
  askReset: (user: UserRow) => void
}

/** The actions of the user list: for one user in their menu, and for all selected ones. */
export function useUserActions({ account, may, askReset }: Options) {
  const t = useTranslations('users.list')
  const router = useRouter()
  const base = useBasePath()
  const { copyOne, copyMany } = useCopy()

  const actionsOf = (user: UserRow): RowAction[] => {
    const { id, name, username, email } = user
    const owned = `/accounts/${account}?${new URLSearchParams({ owner: name }).toString()}` as const
    return [
      { label: t('open'), icon: User, run: () => router.push(withBasePath(base, `/users/${id}`)) },
      ...(may.includes('user.password') && username !== ''
        ? [{ label: t('resetPassword'), icon: KeyRound, run: () => askReset(user) }]
        : []),
      ...(may.includes('impersonation.start')
        ? [
            {
              label: t('viewAs'),
              icon: Eye,
              run: () => router.push(withBasePath(base, `/users/${id}/impersonate`)),
            },
          ]
        : []),
      ...(email === '' ? [] : [{ label: t('copyEmail'), icon: Copy, run: () => copyOne(email) }]),
      ...(may.includes('device.read') && name !== ''
        ? [{ label: t('devices'), icon: Phone, run: () => router.push(withBasePath(base, owned)) }]
        : []),
    ]
  }
  const bulk: BulkAction<UserRow>[] = [
    { label: t('copyEmails'), icon: Copy, run: copyMany(({ email }) => email) },
    { label: t('copyNames'), icon: User, run: copyMany(({ name }) => name) },
  ]
  return { actionsOf, bulk }
}
