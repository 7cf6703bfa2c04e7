import { Phone, SearchX } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { DeviceList, DeviceSort } from '../lib/views/device.ts'
import { DeviceFilter } from './device-list/device-filter.tsx'
import { DeviceLine } from './device-list/device-line.tsx'
import { queryLink, sortLink } from './device-list/query-link.ts'
import { buttonClass } from './ui/button.tsx'
import { EmptyState } from './ui/empty-state.tsx'
import { Pagination } from './ui/pagination.tsx'
import { PlainHeader, SortHeader, Table } from './ui/table.tsx'

const COLUMNS: { sort: DeviceSort; title: string; className?: string }[] = [
  { sort: 'name', title: 'Name' },
  { sort: 'registered', title: 'Status', className: 'w-32' },
  { sort: 'owner', title: 'Owner', className: 'w-[18%] max-md:hidden' },
  { sort: 'model', title: 'Model', className: 'w-[17%] max-md:hidden' },
  { sort: 'macAddress', title: 'MAC address', className: 'w-44 max-md:hidden' },
]

const figures = new Intl.NumberFormat('en')

type Props = {
  list: DeviceList
  /** Ways to add a device, for who may. */
  actions?: ReactNode
}

/** The devices of an account: filter, order and page are in the address. */
export function DeviceTable({ list, actions }: Props): ReactNode {
  const { query, rows, total } = list
  return (
    <section aria-labelledby="devices" className="rounded-lg border border-line bg-surface">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-2.5">
        <div className="flex items-baseline gap-2.5">
          <h2 id="devices" className="text-sm font-semibold">
            Devices
          </h2>
          <output className="count text-sm text-ink-faint">{countsOf(list)}</output>
        </div>
        <div className="flex min-w-0 flex-1 flex-wrap justify-end gap-2 max-sm:basis-full max-sm:[&>a]:grow">
          {total > 0 && <DeviceFilter query={query} />}
          {actions}
        </div>
      </div>
      {rows.length > 0 ? <Lines list={list} /> : <Nothing list={list} />}
    </section>
  )
}

function countsOf({ query, total, matching, registered }: DeviceList): string {
  if (query.text !== '') return `${figures.format(matching)} of ${figures.format(total)} match`
  if (registered === null) return `${figures.format(total)}; who is registered is not known at the moment`
  return `${figures.format(registered)} of ${figures.format(total)} registered`
}

function Lines({ list: { query, rows, pages, matching } }: { list: DeviceList }): ReactNode {
  const page = Math.min(query.page, pages)
  const first = page === pages ? matching - rows.length + 1 : (page - 1) * rows.length + 1
  return (
    <>
      <Table caption="Devices">
        <thead>
          <tr>
            {COLUMNS.map(({ sort, title, className = '' }) => (
              <SortHeader
                key={sort}
                href={sortLink(query, sort)}
                sorted={sort !== query.sort ? 'none' : query.descending ? 'descending' : 'ascending'}
                className={className}
              >
                {title}
              </SortHeader>
            ))}
            <PlainHeader className="w-34 px-4 max-lg:hidden">Type</PlainHeader>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <DeviceLine key={row.id} device={row} />
          ))}
        </tbody>
      </Table>
      <div className="border-t border-line">
        <Pagination
          {...{ page, pages, first, count: matching }}
          last={first + rows.length - 1}
          hrefOf={(to) => queryLink({ ...query, page: to })}
        />
      </div>
    </>
  )
}

function Nothing({ list: { query, total } }: { list: DeviceList }): ReactNode {
  if (total === 0) {
    return (
      <EmptyState icon={Phone} title="No devices yet">
        A device is a telephone, a softphone or a number to forward to. Add the first one for this account.
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={SearchX} title={`Nothing matches “${query.text}”`}>
      <p>Parts of a name, an owner, a model or a MAC address are looked for.</p>
      <Link href={queryLink({ ...query, text: '', page: 1 })} className={buttonClass()}>
        Show all devices
      </Link>
    </EmptyState>
  )
}
