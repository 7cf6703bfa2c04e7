'use client'
import { Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useTransition, type ReactNode, type SubmitEvent } from 'react'
import type { DeviceQuery } from '../../lib/views/device.ts'
import { Kbd } from '../ui/kbd.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { queryLink } from './query-link.ts'
import { useSlashKey } from './use-slash-key.ts'

const PAUSE_MS = 180

/** Narrows the list while one types; without script, when one presses Enter. */
export function DeviceFilter({ query }: { query: DeviceQuery }): ReactNode {
  const input = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const router = useRouter()
  const [pending, startTransition] = useTransition()
  useSlashKey(input)

  // The address may change by other ways than typing, such as "Show all devices".
  useEffect(() => {
    if (input.current && document.activeElement !== input.current) input.current.value = query.text
  }, [query.text])
  useEffect(() => () => clearTimeout(timer.current), [])

  function narrow() {
    clearTimeout(timer.current)
    const text = input.current?.value.trim() ?? ''
    startTransition(() => router.replace(queryLink({ ...query, text, page: 1 }), { scroll: false }))
  }

  function onInput() {
    clearTimeout(timer.current)
    timer.current = setTimeout(narrow, PAUSE_MS)
  }

  function onSubmit(event: SubmitEvent) {
    event.preventDefault()
    narrow()
  }

  return (
    <search className="min-w-0 flex-1 basis-48 sm:max-w-80">
      <form onSubmit={onSubmit} className="relative">
        {query.sort !== 'name' && <input type="hidden" name="sort" value={query.sort} />}
        {query.descending && <input type="hidden" name="dir" value="desc" />}
        <Search aria-hidden="true" className="absolute inset-y-0 left-2.5 my-auto size-4 text-ink-faint" />
        <input
          ref={input}
          type="search"
          name="q"
          defaultValue={query.text}
          onInput={onInput}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          aria-label="Filter devices"
          placeholder="Name, owner, model or MAC"
          className="input pr-8 pl-8 text-sm [&::-webkit-search-cancel-button]:hidden"
        />
        <span className="pointer-events-none absolute inset-y-0 right-2.5 flex items-center">
          {pending ? <Spinner /> : <Kbd>/</Kbd>}
        </span>
      </form>
    </search>
  )
}
