'use client'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { MouseEvent, ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import type { FieldProps } from '../ui/field.tsx'
import { useFieldState } from '../ui/form-context.ts'
import { TextareaField } from '../ui/textarea-field.tsx'

type Props = FieldProps<string> & { value: string; choices: readonly string[] }

/** Several of a kind, one a line, in an order that may matter; where they are to be chosen, each can be put in by a press. */
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
  const held = lines.value.split('\n').filter((line) => line.trim() !== '')
  if (held.includes(choice)) return
  lines.value = [...held, choice].join('\n')
  // The form around hears of what is typed, and of nothing else.
  lines.dispatchEvent(new Event('input', { bubbles: true }))
}
