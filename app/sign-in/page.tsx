import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { SignInPage } from '../../components/sign-in-page.tsx'
import { signInAction } from '../../lib/actions/session.ts'

export const metadata: Metadata = { title: 'Sign in' }

/** The one page without a viewer. */
export default async function Page(props: PageProps<'/sign-in'>): Promise<ReactNode> {
  const { next } = await props.searchParams
  return <SignInPage action={signInAction} next={typeof next === 'string' ? next : ''} />
}
