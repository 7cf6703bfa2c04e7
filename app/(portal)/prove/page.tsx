import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { StepUpPage } from '../../../components/auth/step-up-page.tsx'
import { stepUpAction } from '../../../lib/actions/step-up.ts'
import { badgeOf } from '../../../lib/domain/auth/viewer-badge.ts'
import { renderForViewer } from '../../render-for-viewer.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell.stepUp'))('title') }
}

/** Asks for the password before an action that needs a recent check. */
export default async function Page(props: PageProps<'/prove'>): Promise<ReactNode> {
  const { next } = await props.searchParams
  return renderForViewer(
    (viewer) => Promise.resolve(badgeOf(viewer)),
    ({ email }) => (
      <StepUpPage action={stepUpAction} email={email} next={typeof next === 'string' ? next : '/'} />
    ),
  )
}
