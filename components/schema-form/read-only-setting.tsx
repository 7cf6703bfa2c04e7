'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Setting } from '../../lib/views/schema-form.ts'
import { SettingRemovalField } from './setting-removal-field.tsx'

/** A setting whose value is not sent to the browser: whether it is set, and a way to remove it. */
export function ReadOnlySetting({ setting }: { setting: Setting }): ReactNode {
  const t = useTranslations('schema')
  const { label, about, english, removal } = setting
  return (
    <div className="min-w-0 space-y-1">
      <p className="text-sm font-medium">{label}</p>
      <p className="text-sm text-ink-soft">{t(removal === null ? 'heldUnset' : 'held')}</p>
      {about !== '' && (
        <p lang={english ? 'en' : undefined} className="text-xs text-ink-faint">
          {about}
        </p>
      )}
      <SettingRemovalField setting={setting} />
    </div>
  )
}
