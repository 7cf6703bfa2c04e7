import type { ReactNode } from 'react'
import type { BreadcrumbItem } from '../../lib/views/account.ts'
import { RecordVisit } from '../palette/record-visit.tsx'
import { NameLabel, type Nameable } from './name-label.tsx'
import { Breadcrumbs } from './breadcrumbs.tsx'

type Props = {
  title: string
  /** What the page is about, where the title is its name, which may be empty. */
  of?: Nameable
  /** The accounts above this page; none for a page below the list of all. */
  breadcrumbs?: readonly BreadcrumbItem[]
  /** The pages above this one that are no accounts: `Crumb`s. */
  above?: ReactNode
  /** Badges beside the title. */
  marks?: ReactNode
  /** A line below the title. */
  about?: ReactNode
  actions?: ReactNode
  /** The MAC address of a device, by which the palette finds its page. */
  mac?: string
}

const NOTHING_ABOVE: readonly BreadcrumbItem[] = []

/** The header of a page: breadcrumbs, title, description and actions. */
export function PageHeader({ title, of, breadcrumbs, above, marks, about, actions, mac }: Props): ReactNode {
  return (
    <header className="space-y-1">
      <Breadcrumbs accounts={breadcrumbs} above={above} />
      <RecordVisit
        name={title}
        breadcrumbs={breadcrumbs ?? NOTHING_ABOVE}
        {...(mac !== undefined && { mac })}
      />
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <div className="min-w-0 flex-1 basis-60 space-y-0.5">
          <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <h1 className="min-w-0 text-xl font-semibold">
              {of === undefined ? title : <NameLabel of={of} name={title} />}
            </h1>
            {marks}
          </div>
          {about !== undefined && <p className="text-sm text-ink-soft">{about}</p>}
        </div>
        {actions !== undefined && <div className="flex flex-wrap items-start gap-2">{actions}</div>}
      </div>
    </header>
  )
}
