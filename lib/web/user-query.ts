// What the URL asks of the list of people.
import 'server-only'
import { listQuery } from '../views/list.ts'
import { USER_SORTS, type UserQuery } from '../views/user.ts'

/** The query in `?q=&sort=&dir=&page=`; what is said twice is not said at all. */
export function userQuery(params: Record<string, string | string[] | undefined>): UserQuery {
  return listQuery((name) => {
    const message = params[name]
    return typeof message === 'string' ? message : null
  }, USER_SORTS)
}
