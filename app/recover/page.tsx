import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { CustomerRecoverPage } from '../../components/auth/customer-recover-page.tsx'
import { askForCustomerResetAction } from '../../lib/actions/customer.ts'
import { canRecover, findEntry } from '../../lib/domain/customer/entry.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('customer.recover'))('title') }
}

/** Asks for a link to set a new password, for customers. */
export default async function Page(): Promise<ReactNode> {
  const entry = await findEntry()
  if (entry === 'team') return redirect('/forgot-password')
  return <CustomerRecoverPage action={askForCustomerResetAction} {...entry} possible={await canRecover()} />
}
