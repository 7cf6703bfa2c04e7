// What the sign-in form says to the domain.
import 'server-only'
import type { Route } from 'next'
import { z } from 'zod'
import { seal } from '../sealed.ts'
import { signInRules } from '../views/sign-in-form.ts'

/** A path of ours to go on to: never another host, never back to signing in. */
const onward = z
  .string()
  .transform((typed) => (/^\/(?![/\\])[\w/.-]*$/.test(typed) && !typed.startsWith('/sign') ? typed : '/'))
  .pipe(z.custom<Route>())

export const signInInput = signInRules.transform(({ email, password, next }) => ({
  email,
  password: seal<'password'>(password),
  next: onward.parse(next),
}))
