// The rules of the second step of a sign-in.
import * as z from 'zod'
import { echoed, needed, refused } from './form-text.ts'

export type CodeField = 'code' | 'next'
export type PasskeyField = 'response' | 'next'

/**
 * Six digits of an app, or the sixteen letters and digits of a recovery code, in any spelling; `next` is the
 * path to continue at.
 */
export const codeRules = z.object({
  code: needed('rules.signIn.codeMissing', 60, 'rules.signIn.code').pipe(
    z.string().regex(/^[\s-]*(?:(?:\d\s*){6}|(?:[a-z2-9][\s-]*){16})$/i, refused('rules.signIn.code')),
  ),
  next: echoed,
})

/** The browser's WebAuthn response, as JSON. */
export const passkeyRules = z.object({ response: echoed, next: echoed })
