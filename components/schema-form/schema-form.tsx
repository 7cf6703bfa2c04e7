import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { SchemaDraft } from '../../lib/views/schema-form.ts'
import { SettingsForm } from './settings-form.tsx'
import { useTranslatedDraft } from './use-translated-draft.ts'

type Props = { id: string; draft: SchemaDraft; editable: boolean; action: FormAction<string> }

/** A form generated from a schema. */
export function SchemaForm({ draft, ...form }: Props): ReactNode {
  return <SettingsForm draft={useTranslatedDraft(draft)} {...form} />
}
