// Where a form goes on to: what a browser says of that is only ever a path of ours.
import 'server-only'
import type { Route } from 'next'
import { z } from 'zod'

/** A path of ours to go on to: never another host, never back to signing in. */
export const onward = z
  .string()
  .transform((typed) => (/^\/(?![/\\])[\w/.-]*$/.test(typed) && !typed.startsWith('/sign') ? typed : '/'))
  .pipe(z.custom<Route>())
