import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ProblemPage } from '../components/problem/problem-page.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('problem'))('pageTitle') }
}

/** The one answer for what is absent, of another session, of another kind, mistyped. */
export default function NotFound(): ReactNode {
  return <ProblemPage status={404} />
}
