'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { jsonFault } from '../../lib/views/json-fault.ts'
import { BackedField } from '../ui/backed-field.tsx'
import { useBackingText } from '../ui/backing-text.ts'
import type { FieldProps } from '../ui/field.tsx'

/** What is wrong with a JSON text, and at which line. */
export function useJsonFault(): (text: string) => string | null {
  const t = useTranslations('schema.fault')
  return (text) => {
    const fault = text.trim() === '' ? null : jsonFault(text)
    return fault && t(fault.why, { line: fault.line })
  }
}

/** A value that only JSON can express: its beginning, and an editor behind a disclosure. */
export function JsonField(props: FieldProps<string> & { value: string }): ReactNode {
  const t = useTranslations('schema')
  const faultIn = useJsonFault()
  return (
    <BackedField {...props} advanced={t('editJson')} faultIn={faultIn}>
      <Beginning />
    </BackedField>
  )
}

function Beginning(): ReactNode {
  const t = useTranslations('schema')
  const { text } = useBackingText()
  const line = text.trim().replaceAll(/\s+/g, ' ').slice(0, 200)
  return line === '' ? (
    <p className="text-sm text-ink-soft">{t('unset')}</p>
  ) : (
    <code className="block truncate text-sm monospace">{line}</code>
  )
}
