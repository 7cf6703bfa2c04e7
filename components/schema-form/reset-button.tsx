'use client'
import { RotateCcw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { MouseEvent, ReactNode } from 'react'
import { IconButton } from '../ui/icon-button.tsx'

/** Empties the field `name`, so that saving removes the setting. */
export function ResetButton({ name, label }: { name: string; label: string }): ReactNode {
  const t = useTranslations('schema')
  return (
    <IconButton
      label={t('reset', { label })}
      size="small"
      className="js-only absolute -top-0.5 right-0"
      onClick={(event) => empty(event, name)}
    >
      <RotateCcw aria-hidden="true" />
    </IconButton>
  )
}

function empty({ currentTarget: { form } }: MouseEvent<HTMLButtonElement>, name: string): void {
  const control = form?.elements.namedItem(name)
  if (control instanceof RadioNodeList || isTyped(control)) control.value = ''
  const [changed = control] = control instanceof RadioNodeList ? control : []
  // The form listens for input events only.
  if (!(changed instanceof RadioNodeList)) changed?.dispatchEvent(new Event('input', { bubbles: true }))
}

function isTyped(control: unknown): control is HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement {
  return (
    control instanceof HTMLInputElement ||
    control instanceof HTMLSelectElement ||
    control instanceof HTMLTextAreaElement
  )
}
