import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { SignInPage } from '../../../components/auth/sign-in-page.tsx'
import { signInAction } from '../../../lib/actions/session.ts'
import { findEntry } from '../../../lib/domain/customer/entry.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title') }
}

/** Sign-in for team members on a domain where `/sign-in` is for customers. */
export default async function Page(props: PageProps<'/sign-in/team'>): Promise<ReactNode> {
  const { next, ready } = await props.searchParams
  const entry = await findEntry()
  const safePath = typeof next === 'string' ? next : ''
  return (
    <SignInPage action={signInAction} next={safePath} ready={ready !== undefined} trial={entry === 'team'} />
  )
}
