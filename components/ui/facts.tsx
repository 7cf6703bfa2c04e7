import type { ReactNode } from 'react'

export type Fact = { name: string; value: ReactNode }

/** A list of names and values, without the empty ones; nothing where all are. */
export function Facts({ facts }: { facts: readonly Fact[] }): ReactNode {
  const known = facts.filter(({ value }) => value !== '' && value !== null)
  if (known.length === 0) return null
  return (
    <dl className="grid grid-cols-[minmax(0,7rem)_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-sm">
      {known.map(({ name, value }) => (
        <div key={name} className="contents">
          <dt className="text-ink-faint">{name}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
