'use client'
import { Combobox } from '@base-ui/react/combobox'
import { ChevronDown, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef, useState, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { ComboboxList } from './combobox-list.tsx'
import type { ControlProps } from './field.tsx'
import { iconButtonClass } from './icon-button.tsx'
import { ErrorReference } from './error-reference.tsx'
import { ReloadButton } from './reload-button.tsx'
import { useChoices, type LoadOptions, type Option } from './use-choices.ts'

export type ComboboxInputProps = {
  control: ControlProps
  label: string
  chosen: Option | null
  clearable: boolean
  placeholder: string | undefined
  load: LoadOptions
  onChoose: (option: Option | null) => void
}

/** The text input of a combobox and its list of options. */
export function ComboboxInput(props: ComboboxInputProps): ReactNode {
  const { control, label, chosen, clearable, placeholder, load, onChoose } = props
  const t = useTranslations('ui')
  const line = useRef<HTMLInputElement>(null)
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [attempt, setAttempt] = useState(0)
  const choices = useChoices(load, { text, wanted: open, attempt, t })
  const { failure } = choices
  const { name: _, readOnly, ...input } = control

  function retry() {
    setAttempt(attempt + 1)
    setOpen(true)
    line.current?.focus()
  }

  return (
    <Combobox.Root<Option>
      items={choices.found?.options ?? []}
      filter={null}
      value={chosen}
      onValueChange={onChoose}
      itemToStringLabel={(option) => option.label}
      isItemEqualToValue={(one, other) => one.id === other.id}
      onInputValueChange={(typed, { reason }) => setText(reason === 'input-change' ? typed.trim() : '')}
      open={open}
      onOpenChange={(next) => {
        setOpen(next)
        if (next && failure) setAttempt(attempt + 1)
      }}
      autoHighlight
      readOnly={readOnly}
    >
      <div className="relative">
        <Combobox.Input
          ref={line}
          {...input}
          placeholder={placeholder ?? t('combobox.search')}
          autoComplete="off"
          className="input truncate pr-14 text-sm pointer-coarse:pr-20"
        />
        {!readOnly && (
          <div className="absolute inset-y-px right-px flex items-center pr-1 pointer-coarse:pr-0">
            {clearable && (
              <Combobox.Clear
                aria-label={t('combobox.clear', { label })}
                className={iconButtonClass(undefined, 'small')}
              >
                <X aria-hidden="true" />
              </Combobox.Clear>
            )}
            <Combobox.Trigger aria-label={t('combobox.open')} className={iconButtonClass(undefined, 'small')}>
              <ChevronDown aria-hidden="true" />
            </Combobox.Trigger>
          </div>
        )}
      </div>
      {failure && !open && (
        <div className="flex flex-wrap items-center gap-2 pt-1 text-xs">
          <span className="text-bad">{failure.message}</span>
          {failure.newVersion ? (
            <ReloadButton size="small" />
          ) : (
            <Button size="small" onClick={retry}>
              {t('retry')}
            </Button>
          )}
          {failure.reference !== '' && <ErrorReference id={failure.reference} />}
        </div>
      )}
      <ComboboxList {...{ choices, text, retry }} />
    </Combobox.Root>
  )
}
