import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { CustomerSignInPage } from '../../components/auth/customer-sign-in-page.tsx'
import { SignInPage } from '../../components/auth/sign-in-page.tsx'
import { customerSignInAction } from '../../lib/actions/customer.ts'
import { signInAction } from '../../lib/actions/session.ts'
import { findEntry } from '../../lib/domain/customer/entry.ts'
import { messagesFor } from '../messages-for.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title') }
}

/** Sign-in for team members or, on a tenant's domain, for its customers. */
export default async function Page(props: PageProps<'/sign-in'>): Promise<ReactNode> {
  const { next, ready } = await props.searchParams
  const safePath = typeof next === 'string' ? next : ''
  const entry = await findEntry()
  if (entry === 'team')
    return <SignInPage action={signInAction} next={safePath} ready={ready !== undefined} trial />
  // Only team members come here after they have set a password: customers are signed in by then.
  if (ready !== undefined) return redirect('/sign-in/team?ready')
  return (
    <NextIntlClientProvider messages={await messagesFor('customer')}>
      <CustomerSignInPage action={customerSignInAction} next={safePath} {...entry} />
    </NextIntlClientProvider>
  )
}
