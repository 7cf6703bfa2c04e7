'use client'
import { useTranslations } from 'next-intl'
import { useId, useState, type ReactNode } from 'react'
import { TextField } from '../ui/text-field.tsx'

/**
 * A time zone by its IANA name. The 400 suggestions come from the browser when the field is first focused.
 */
export function TimezoneField({ value, hint }: { value: string; hint: string }): ReactNode {
  const t = useTranslations('accounts.form')
  const list = useId()
  const [zones, setZones] = useState<readonly string[]>([])
  return (
    <div className="min-w-0">
      <TextField<'timezone'>
        name="timezone"
        label={t('timezone')}
        hint={hint}
        value={value}
        placeholder="Europe/Berlin"
        list={list}
        spellCheck={false}
        onFocus={() => setZones(Intl.supportedValuesOf('timeZone'))}
      />
      <datalist id={list}>
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zone}
          </option>
        ))}
      </datalist>
    </div>
  )
}
