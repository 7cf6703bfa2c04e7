'use client'
import { Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Setting } from '../../lib/views/schema-form.ts'
import { buttonClass } from '../ui/button-class.ts'
import { useFieldState } from '../ui/form-context.ts'

/** Removes a setting which cannot be cleared by typing; nothing if it is not set. */
export function SettingRemovalField({ setting }: { setting: Setting }): ReactNode {
  return setting.removal !== null && <Removal name={setting.removal} label={setting.label} />
}

/** A checkbox that looks like a button, and stays pressed until the form is saved. */
function Removal({ name, label }: { name: string; label: string }): ReactNode {
  const t = useTranslations('schema')
  const { id, typed, readOnly } = useFieldState(name)
  return (
    !readOnly && (
      <label
        htmlFor={id}
        className={buttonClass(
          'plain',
          'group/removal cursor-pointer has-checked:border-bad has-checked:bg-bad-soft has-checked:text-bad has-focus-visible:outline-2 has-focus-visible:outline-accent-ink',
          'small',
        )}
      >
        <input
          type="checkbox"
          id={id}
          name={name}
          value="on"
          defaultChecked={typed !== null && typed !== ''}
          aria-label={t('remove', { label })}
          className="sr-only"
        />
        <Trash2 aria-hidden="true" />
        <span className="group-has-checked/removal:hidden">{t('removeShort')}</span>
        <span className="hidden group-has-checked/removal:inline">{t('removing')}</span>
      </label>
    )
  )
}
