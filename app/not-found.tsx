import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ProblemPage } from '../components/problem/problem-page.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('problem'))('pageTitle') }
}

/** The same answer for everything that is missing, mistyped, of another session or of another kind. */
export default function NotFound(): ReactNode {
  return <ProblemPage status={404} />
}
