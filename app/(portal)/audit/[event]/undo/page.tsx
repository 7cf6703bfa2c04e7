import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { UndoPage } from '../../../../../components/audit/undo-page.tsx'
import { undoAction } from '../../../../../lib/actions/audit.ts'
import { planUndo } from '../../../../../lib/domain/audit/undo.ts'
import { reading } from '../../../../reading.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('undo.title') }
}

/** What an undo would put back. */
export default async function Page(props: PageProps<'/audit/[event]/undo'>): Promise<ReactNode> {
  const { event } = await props.params
  return reading(
    (viewer) => planUndo(viewer, event),
    (plan) => <UndoPage plan={plan} action={undoAction} />,
  )
}
