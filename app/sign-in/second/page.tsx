import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { TwoFactorExpiredPage } from '../../../components/auth/two-factor-expired-page.tsx'
import { TwoFactorPage } from '../../../components/auth/two-factor-page.tsx'
import { codeAction, passkeyAction, passkeyOptionsAction } from '../../../lib/actions/two-factor.ts'
import { findTwoFactor } from '../../../lib/domain/auth/two-factor.ts'

const actions = { code: codeAction, passkey: passkeyAction, options: passkeyOptionsAction }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn.second'))('title') }
}

/** Asks for the second factor after the password. */
export default async function Page(props: PageProps<'/sign-in/second'>): Promise<ReactNode> {
  const { next, by } = await props.searchParams
  const safePath = typeof next === 'string' ? next : ''
  const step = await findTwoFactor()
  if (step === null) return <TwoFactorExpiredPage next={safePath} />
  return (
    <TwoFactorPage
      step={step}
      by={by === 'recovery' || !step.app ? 'recovery' : 'app'}
      next={safePath}
      actions={actions}
    />
  )
}
