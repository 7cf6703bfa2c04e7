'use client'
import { Search } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent, type ReactNode, type SubmitEvent } from 'react'
import type { ListQuery } from '../../../lib/views/list.ts'
import { Kbd } from '../kbd.tsx'
import { Spinner } from '../spinner.tsx'
import { useEarlyInput } from '../use-early-input.ts'
import { useSlashKey } from './use-slash-key.ts'

type Props = {
  label: string
  placeholder: string
  query: ListQuery
  /** The order that is not written to the URL. */
  defaultSort: string
  pending: boolean
  /** Called after every key, and at once for Enter. */
  onType: (text: string, at: 'key' | 'enter') => void
  /** Called when the input receives the focus. */
  onFocus?: () => void
  /** Called for the down arrow, to focus the first row. */
  onArrowDown: () => void
}

/** Filters a list while the user types; without script, on Enter. `/` focuses it, Escape clears it. */
export function FilterBox({
  label,
  placeholder,
  query,
  defaultSort,
  pending,
  onType,
  onFocus,
  onArrowDown,
}: Props): ReactNode {
  const input = useRef<HTMLInputElement>(null)
  useSlashKey(input)
  useEarlyInput(input, query.text, (text) => onType(text, 'key'))

  // The URL also changes in other ways than typing, for example by a link that clears the filter.
  useEffect(() => {
    if (input.current && document.activeElement !== input.current) input.current.value = query.text
  }, [query.text])

  const typed = () => input.current?.value.trim() ?? ''

  function onSubmit(event: SubmitEvent) {
    event.preventDefault()
    onType(typed(), 'enter')
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      onArrowDown()
    } else if (event.key === 'Escape') {
      event.preventDefault()
      if (event.currentTarget.value === '') return event.currentTarget.blur()
      event.currentTarget.value = ''
      onType('', 'enter')
    }
  }

  return (
    <search className="min-w-0 flex-1 basis-48 sm:max-w-92">
      <form onSubmit={onSubmit} className="relative">
        {query.sort !== defaultSort && <input type="hidden" name="sort" value={query.sort} />}
        {query.descending && <input type="hidden" name="dir" value="desc" />}
        {Object.entries(query.filters).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Search aria-hidden="true" className="absolute inset-y-0 left-2.5 my-auto size-4 text-ink-faint" />
        <input
          ref={input}
          type="search"
          name="q"
          defaultValue={query.text}
          onInput={() => onType(typed(), 'key')}
          onFocus={onFocus}
          onKeyDown={onKeyDown}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          aria-label={label}
          placeholder={placeholder}
          className="input pr-8 pl-8 text-sm [&::-webkit-search-cancel-button]:hidden"
        />
        <span className="pointer-events-none absolute inset-y-0 right-2.5 flex items-center">
          {pending ? <Spinner /> : <Kbd>/</Kbd>}
        </span>
      </form>
    </search>
  )
}
