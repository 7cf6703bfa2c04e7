import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ForgotPasswordPage } from '../../components/auth/forgot-password-page.tsx'
import { askForResetAction } from '../../lib/actions/recovery.ts'
import { teamEntry } from '../../lib/domain/customer/entry.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn.forgot'))('title') }
}

/** Asks for a link to set a new password. */
export default async function Page(): Promise<ReactNode> {
  return <ForgotPasswordPage action={askForResetAction} entry={await teamEntry()} />
}
