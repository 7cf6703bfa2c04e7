'use client'
import { Copy, User } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import type { UserRow } from '../../lib/views/user.ts'
import { copyText } from '../ui/copy-text.ts'
import type { BulkAction, RowAction } from '../ui/data-table/row-action.ts'
import { useToasts } from '../ui/use-toasts.ts'
import { useBasePath, withBasePath } from '../ui/base-path.tsx'

/** The actions of the user list: for one user in their menu, and for all selected ones. */
export function useUserActions() {
  const t = useTranslations('users.list')
  const tDevices = useTranslations('devices.list')
  const router = useRouter()
  const base = useBasePath()
  const toasts = useToasts()

  async function copyOne(text: string) {
    toasts.add(
      (await copyText(text))
        ? { title: tDevices('copied', { text }), tone: 'success' }
        : { title: tDevices('copyRefused'), tone: 'error' },
    )
  }

  async function copyMany(texts: string[], chosen: number) {
    const present = texts.filter((text) => text !== '')
    if (present.length === 0) return tDevices('nothingToCopy')
    return (await copyText(present.join('\n')))
      ? tDevices('copiedOf', { copied: present.length, chosen })
      : tDevices('copyRefused')
  }

  const actionsOf = ({ id, email }: UserRow): RowAction[] => [
    { label: t('open'), icon: User, run: () => router.push(withBasePath(base, `/users/${id}`)) },
    ...(email === '' ? [] : [{ label: t('copyEmail'), icon: Copy, run: () => void copyOne(email) }]),
  ]
  const bulk: BulkAction<UserRow>[] = [
    {
      label: t('copyEmails'),
      icon: Copy,
      run: (users, chosen) =>
        copyMany(
          users.map(({ email }) => email),
          chosen,
        ),
    },
    {
      label: t('copyNames'),
      icon: User,
      run: (users, chosen) =>
        copyMany(
          users.map(({ name }) => name),
          chosen,
        ),
    },
  ]
  return { actionsOf, bulk }
}
