'use client'
import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useRef, type ReactNode } from 'react'
import { Segments } from '../ui/segments.tsx'
import { useSlashKey } from '../ui/data-table/use-slash-key.ts'
import { useEarlyInput } from '../ui/use-early-input.ts'

type Props = {
  count: { all: number; set: number }
  all: boolean
  onText: (text: string) => void
  onAll: (all: boolean) => void
}

/**
 * Searches settings by name, and switches between set and all. Outside the form, so nothing of it is sent.
 */
export function SettingsFilter({ count, all, onText, onAll }: Props): ReactNode {
  const t = useTranslations('schema')
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  useSlashKey(input)
  useEarlyInput(input, '', onText)
  const choices = [
    { value: 'set', label: t('shown.set', { count: count.set }) },
    { value: 'all', label: t('shown.all', { count: count.all }) },
  ]

  return (
    <div className="js-only flex flex-wrap items-center gap-x-4 gap-y-2">
      <search className="relative min-w-0 flex-1 basis-52 sm:max-w-80">
        <label htmlFor={id} className="sr-only">
          {t('find')}
        </label>
        <Search aria-hidden="true" className="absolute inset-y-0 left-2.5 my-auto size-4 text-ink-faint" />
        <input
          ref={input}
          id={id}
          type="search"
          autoComplete="off"
          spellCheck={false}
          placeholder={t('find')}
          onChange={(event) => onText(event.target.value.trim())}
          className="input pl-8 text-sm"
        />
      </search>
      <fieldset>
        <legend className="sr-only">{t('shown.title')}</legend>
        <Segments
          name="shown"
          chosen={all ? 'all' : 'set'}
          choices={choices}
          onChoose={(value) => onAll(value === 'all')}
        />
      </fieldset>
    </div>
  )
}
