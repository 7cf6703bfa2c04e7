import type { ReactNode } from 'react'
import { EntryBrand } from '../brand/brand-context.tsx'

type Props = { title: string; about?: ReactNode; foot?: ReactNode; children?: ReactNode }

/** The frame of pages before sign-in: a single card. */
export function EntryFrame({ title, about, foot, children }: Props): ReactNode {
  return (
    <main>
      <EntryBrand>
        <div className="space-y-5 rounded-lg border border-line bg-surface p-6 shadow-panel">
          <div className="space-y-1">
            <h1 className="text-xl font-semibold">{title}</h1>
            {about !== undefined && <p className="text-sm text-ink-soft">{about}</p>}
          </div>
          {children}
        </div>
        {foot !== undefined && <div className="text-xs text-ink-faint">{foot}</div>}
      </EntryBrand>
    </main>
  )
}
