// What the URL asks of the list of devices; nonsense in it asks for the default.
import 'server-only'
import { z } from 'zod'
import { DEVICE_SORTS, type DeviceQuery } from '../views/device.ts'

const schema = z.object({
  q: z.string().max(200).catch(''),
  sort: z.enum(DEVICE_SORTS).catch('name'),
  dir: z.enum(['asc', 'desc']).catch('asc'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})

/** The query in `?q=&sort=&dir=&page=`. */
export function deviceQuery(params: Record<string, string | string[] | undefined>): DeviceQuery {
  const { q, sort, dir, page } = schema.parse(params)
  return { text: q, sort, descending: dir === 'desc', page }
}
