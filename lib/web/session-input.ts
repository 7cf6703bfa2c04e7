// What the sign-in form may say.
import 'server-only'
import type { Route } from 'next'
import { z } from 'zod'
import { password, text } from './fields.ts'

/** A path of ours to go on to: never another host, never back to signing in. */
const next = text
  .transform((typed) => (/^\/(?![/\\])[\w/.-]*$/.test(typed) && !typed.startsWith('/sign') ? typed : '/'))
  .pipe(z.custom<Route>())

export const signInInput = z.object({
  email: text.pipe(z.string().min(1, 'Type your e-mail address.').max(254, 'This is no e-mail address.')),
  password: password('Type your password.', 1, 1024, 'This is not a password of this portal.'),
  next,
})
