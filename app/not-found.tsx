import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { ProblemPage } from '../components/problem-page.tsx'

export const metadata: Metadata = { title: 'Not found' }

/** The one answer for what is absent, of another session, of another kind, mistyped. */
export default function NotFound(): ReactNode {
  return <ProblemPage status={404} />
}
