import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { LatePage } from '../../../components/second-step/late-page.tsx'
import { SecondStepPage } from '../../../components/second-step/second-step-page.tsx'
import { codeAction, passkeyAction, passkeyOptionsAction } from '../../../lib/actions/second-step.ts'
import { findSecondStep } from '../../../lib/domain/second-step.ts'

const actions = { code: codeAction, passkey: passkeyAction, options: passkeyOptionsAction }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn.second'))('title') }
}

/** After the right password: what only the person has. */
export default async function Page(props: PageProps<'/sign-in/second'>): Promise<ReactNode> {
  const { next, by } = await props.searchParams
  const onward = typeof next === 'string' ? next : ''
  const step = await findSecondStep()
  if (step === null) return <LatePage next={onward} />
  return (
    <SecondStepPage
      step={step}
      by={by === 'recovery' || !step.app ? 'recovery' : 'app'}
      next={onward}
      actions={actions}
    />
  )
}
