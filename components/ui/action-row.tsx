import type { ReactNode } from 'react'

type Props = { title: string; about: string; children: ReactNode }

/** A rare action in a `Panel`: its title, its consequences and its button. */
export function ActionRow({ title, about, children }: Props): ReactNode {
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-3 py-4">
      <div className="min-w-0 flex-1 basis-64 space-y-0.5 text-sm">
        <h3 className="font-medium">{title}</h3>
        <p className="text-ink-soft">{about}</p>
      </div>
      {children}
    </div>
  )
}
