import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { CredentialsPage } from '../../../../components/connection/credentials-page.tsx'
import { replaceCredentialsAction } from '../../../../lib/actions/connection.ts'
import { findEditableConnection } from '../../../../lib/domain/connection/find.ts'
import { renderForViewer } from '../../../render-for-viewer.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('connection.replace'))('title') }
}

/** Replaces the stored credentials. */
export default async function Page(): Promise<ReactNode> {
  return renderForViewer(findEditableConnection, (state) => (
    <CredentialsPage state={state} action={replaceCredentialsAction} />
  ))
}
