import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { SignOnStartPage } from '../../components/auth/sign-on-start-page.tsx'
import { startSignOnAction } from '../../lib/actions/sign-on.ts'
import { teamEntry } from '../../lib/domain/customer/entry.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn.company'))('title') }
}

/** Single sign-on by a company's identity provider. */
export default async function Page(props: PageProps<'/sign-on'>): Promise<ReactNode> {
  const { failed } = await props.searchParams
  return (
    <SignOnStartPage action={startSignOnAction} failed={failed !== undefined} entry={await teamEntry()} />
  )
}
