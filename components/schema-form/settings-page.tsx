import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { SettingsPageData } from '../../lib/views/schema-form.ts'
import { PageHeader } from '../shell/page-header.tsx'
import { SchemaForm } from './schema-form.tsx'

type Props = {
  page: SettingsPageData
  noun: 'user' | 'device'
  editable: boolean
  action: FormAction<string>
  /** A link back to the user or device. */
  back: ReactNode
}

/** All settings of one user or device. */
export function SettingsPage({ page, noun, editable, action, back }: Props): ReactNode {
  const t = useTranslations('schema')
  return (
    <>
      <PageHeader
        title={t('titleOf', { name: page.name })}
        breadcrumbs={page.breadcrumbs}
        about={t(`about.${noun}`)}
        actions={back}
      />
      <SchemaForm id={page.id} draft={page.draft} editable={editable} action={action} />
    </>
  )
}
