import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { SchemaDraft } from '../../lib/views/schema-form.ts'
import { SchemaForm } from './schema-form.tsx'

type Props = {
  id: string
  draft: SchemaDraft
  noun: 'user' | 'device'
  editable: boolean
  action: FormAction<string>
}

/** All settings of one user or device. */
export function SettingsPage({ noun, ...form }: Props): ReactNode {
  const t = useTranslations('schema')
  return (
    <>
      <p className="text-sm text-ink-soft">{t(`about.${noun}`)}</p>
      <SchemaForm {...form} />
    </>
  )
}
