'use client'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { MouseEvent, ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import type { FieldProps } from '../ui/field.tsx'
import { useFieldState } from '../ui/form-context.ts'
import { TextareaField } from '../ui/textarea-field.tsx'

type Props = FieldProps<string> & { value: string; choices: readonly string[] }

/** A list with one entry a line. If there are fixed choices, each has a button that adds it. */
export function LinesField({ choices, ...field }: Props): ReactNode {
  const t = useTranslations('schema')
  const { id, readOnly } = useFieldState(field.name)
  return (
    <div className="space-y-2">
      <TextareaField {...field} rows={2} />
      {choices.length > 0 && !readOnly && (
        <div className="js-only flex flex-wrap gap-1">
          {choices.map((choice) => (
            <Button
              key={choice}
              size="small"
              weight="quiet"
              aria-label={t('add', { choice, label: field.label })}
              onClick={(event) => add(event, id, choice)}
            >
              <Plus aria-hidden="true" />
              {choice}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}

function add({ currentTarget: { ownerDocument } }: MouseEvent, id: string, choice: string) {
  const lines = ownerDocument.getElementById(id)
  if (!(lines instanceof HTMLTextAreaElement)) return
  const current = lines.value.split('\n').filter((line) => line.trim() !== '')
  if (current.includes(choice)) return
  lines.value = [...current, choice].join('\n')
  // The form listens for input events only.
  lines.dispatchEvent(new Event('input', { bubbles: true }))
}
