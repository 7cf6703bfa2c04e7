'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Setting } from '../../lib/views/schema-form.ts'
import { CheckboxField } from '../ui/checkbox-field.tsx'

/** A checkbox that removes a setting which cannot be cleared by typing; nothing if it is not set. */
export function SettingRemovalField({ setting: { removal, label } }: { setting: Setting }): ReactNode {
  const t = useTranslations('schema')
  return removal !== null && <CheckboxField name={removal} label={t('remove', { label })} ticked={false} />
}
