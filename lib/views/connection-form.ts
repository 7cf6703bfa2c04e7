// The rules of the connection forms.
import * as z from 'zod'
import { identifier, needed, refused, secret, text } from './form-text.ts'
import { realmRule, tokenRule } from './trial-form.ts'

/** 64 hex digits in any case; surrounding blanks are ignored. */
const key = secret
  .transform((typed) => typed.trim().toLowerCase())
  .pipe(z.string().regex(/^[0-9a-f]{64}$/, refused('rules.connection.key')))

/** A pasted API key. */
export const keyRules = z.object({ key })

/** New credentials: an API key, or a credentials token with its realm. */
export const credentialsRules = z.discriminatedUnion(
  'kind',
  [
    z.object({ kind: z.literal('key'), key }),
    z.object({ kind: z.literal('token'), realm: realmRule, token: tokenRule }),
  ],
  refused('rules.connection.kind'),
)

/** Another address, with the credentials for it. */
export const addressRules = z
  .object({ origin: needed('rules.trial.originMissing', 300, 'rules.trial.origin', identifier) })
  .and(credentialsRules)

/** The name of the tenant, to confirm a deletion. */
export const nameRules = z.object({ name: text })
