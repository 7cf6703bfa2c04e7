import type { ReactNode } from 'react'

type Props = {
  /** The link that opens the row; all of the row is its target. */
  link: ReactNode
  /** On a phone: the state beside the name, and what is known besides on a second line. */
  state?: ReactNode
  about: readonly (string | false)[]
}

/** The name of a row, on a phone with what its other columns say. */
export function NameCell({ link, state, about }: Props): ReactNode {
  return (
    <>
      <span className="flex items-baseline gap-3 [&>a]:block [&>a]:min-w-0 [&>a]:flex-1 [&>a]:py-0.5 [&>a]:font-medium [&>a]:break-words [&>a]:after:absolute [&>a]:after:inset-0 md:[&>a]:truncate">
        {link}
        <span className="shrink-0 text-xs empty:hidden md:hidden">{state}</span>
      </span>
      <span className="block truncate text-xs text-ink-faint md:hidden">
        {about.filter(Boolean).join(' · ')}
      </span>
    </>
  )
}
