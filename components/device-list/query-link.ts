import type { DeviceQuery, DeviceSort } from '../../lib/views/device.ts'
import type { QueryLink } from '../ui/pagination.tsx'

/** Where the list is found for a query; what is as usual is left out. */
export function queryLink({ text, sort, descending, page }: DeviceQuery): QueryLink {
  const parts: Record<string, string> = {
    ...(text !== '' && { q: text }),
    ...(sort !== 'name' && { sort }),
    ...(descending && { dir: 'desc' }),
    ...(page > 1 && { page: String(page) }),
  }
  return `?${new URLSearchParams(parts).toString()}`
}

/** The same list by another column, or the other way round by this one; from its first page. */
export function sortLink(query: DeviceQuery, sort: DeviceSort): QueryLink {
  const descending = query.sort === sort && !query.descending
  return queryLink({ ...query, sort, descending, page: 1 })
}
