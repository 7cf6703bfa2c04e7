'use client'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { controlText, keepName, unsupportedValue } from '../../lib/views/unsupported.ts'
import { useFieldState } from './form-context.ts'

type Props = {
  name: string
  label: string
  /** The field's text, which stands for the stored value. */
  text: string
  /** The control that replaces the value. */
  children: ReactNode
}

/**
 * A field whose stored value its control cannot show: names the value, and keeps it unless it is replaced on
 * purpose.
 */
export function UnsupportedField({ name, label, text, children }: Props): ReactNode {
  const t = useTranslations('form.unsupported')
  const { readOnly, withheld } = useFieldState(name)
  const value = unsupportedValue(text)
  return (
    <div className="group/keep min-w-0 space-y-2">
      <div className="space-y-1">
        {/* The control has the label too. */}
        <p className="text-sm font-medium group-not-has-[[data-keep]:checked]/keep:group-has-[[data-keep]]/keep:hidden">
          {label}
        </p>
        <p className="text-xs text-ink-soft wrap-anywhere">
          {value === ''
            ? t('hidden')
            : t.rich(controlText(text) === '' ? 'stored' : 'number', { value, code })}
        </p>
      </div>
      {readOnly || withheld ? (
        <input type="hidden" name={keepName(name)} value="on" />
      ) : (
        <>
          <KeepCheckbox {...{ name, label }} />
          <div className="group-has-[[data-keep]:checked]/keep:hidden">{children}</div>
        </>
      )}
    </div>
  )
}

const code = (value: ReactNode) => <code className="monospace text-ink">{value}</code>

/** Ticked until it is unticked, or the field is refused: then the stored value has to be replaced. */
function KeepCheckbox({ name, label }: { name: string; label: string }): ReactNode {
  const t = useTranslations('form.unsupported')
  const { error } = useFieldState(name)
  const { id, typed } = useFieldState(keepName(name))
  const [kept, setKept] = useState(typed === null || typed !== '')
  if (kept && error !== null) setKept(false)
  return (
    <div className="grid grid-cols-[auto_1fr] gap-x-2.5">
      <span className="inline-flex h-5 items-center">
        <input
          type="checkbox"
          id={id}
          name={keepName(name)}
          value="on"
          checked={kept}
          onChange={(event) => setKept(event.target.checked)}
          data-keep
          className="checkbox"
        />
      </span>
      <label htmlFor={id} className="text-sm">
        <span data-label className="sr-only">
          {label}
        </span>{' '}
        {t('keep')}
      </label>
    </div>
  )
}
