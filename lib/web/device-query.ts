// What the URL asks of the list of devices.
import 'server-only'
import { DEVICE_SORTS, type DeviceQuery } from '../views/device.ts'
import { listQuery } from '../views/list.ts'

/** The query in `?q=&sort=&dir=&page=`; what is said twice is not said at all. */
export function deviceQuery(params: Record<string, string | string[] | undefined>): DeviceQuery {
  return listQuery((name) => {
    const message = params[name]
    return typeof message === 'string' ? message : null
  }, DEVICE_SORTS)
}
