import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { SettingsPlace } from '../../lib/views/schema-form.ts'
import { PageHeader } from '../page-header.tsx'
import { SchemaForm } from './schema-form.tsx'

type Props = {
  place: SettingsPlace
  noun: 'user' | 'device'
  editable: boolean
  action: FormAction<string>
  /** Leads to the page of what is set. */
  back: ReactNode
}

/** All that can be set of one user or device. */
export function SettingsPage({ place, noun, editable, action, back }: Props): ReactNode {
  const t = useTranslations('schema')
  return (
    <>
      <PageHeader
        title={t('titleOf', { name: place.name })}
        trail={place.trail}
        about={t(`about.${noun}`)}
        actions={back}
      />
      <SchemaForm id={place.id} draft={place.draft} editable={editable} action={action} />
    </>
  )
}
