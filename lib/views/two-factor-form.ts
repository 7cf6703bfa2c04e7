// What the second step of a sign-in may say.
import * as z from 'zod'
import { echoed, needed, refused } from './form-text.ts'

export type CodeField = 'code' | 'next'
export type PasskeyField = 'response' | 'next'

/** Six digits of an app, or the sixteen letters and digits of a recovery code, however they were typed; `next` is where to go on to. */
export const codeRules = z.object({
  code: needed('rules.signIn.codeMissing', 60, 'rules.signIn.code').pipe(
    z.string().regex(/^[\s-]*(?:(?:\d\s*){6}|(?:[a-z2-9][\s-]*){16})$/i, refused('rules.signIn.code')),
  ),
  next: echoed,
})

/** What the browser's passkey gave, as JSON: nobody types it. */
export const passkeyRules = z.object({ response: echoed, next: echoed })
