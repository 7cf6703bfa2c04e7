'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DEVICE_TYPES } from '../../lib/views/device.ts'
import { FieldError } from '../ui/field.tsx'
import { useFieldState } from '../ui/form-context.ts'
import { useTypeLabel } from './device-labels.ts'

type Props = { chosen: string; onChoose: (type: string) => void }

/** The type of a new device. */
export function TypeField({ chosen, onChoose }: Props): ReactNode {
  const t = useTranslations('devices.form.kinds')
  const typeLabel = useTypeLabel()
  const { id, error, typed } = useFieldState('type')
  return (
    <div className="space-y-2 sm:col-span-2">
      <div className="grid gap-2">
        {DEVICE_TYPES.map((type, index) => (
          <label
            key={type}
            className="grid grid-cols-[auto_1fr] gap-x-2.5 rounded-md border border-line px-3 py-2 text-sm hover:bg-hover has-checked:border-accent-ink has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent-ink"
          >
            <input
              type="radio"
              id={index === 0 ? id : undefined}
              name="type"
              value={type}
              defaultChecked={(typed ?? chosen) === type}
              onChange={() => onChoose(type)}
              className="radio mt-0.5 outline-none"
              aria-describedby={error === null ? undefined : `${id}-error`}
            />
            <span className="font-medium">{typeLabel(type)}</span>
            <span className="col-start-2 text-xs text-ink-soft">{t(type)}</span>
          </label>
        ))}
      </div>
      {error !== null && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  )
}
