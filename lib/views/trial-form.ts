// The rules of the trial form; its connection check uses the rules of the part that it needs.
import * as z from 'zod'
import { echoed, identifier, needed, refused, secret, text } from './form-text.ts'
import { realmToFind } from './realm.ts'
import { PLATFORMS } from './trial.ts'

/** A hex digest in any case; surrounding blanks are ignored. */
export const tokenRule = secret
  .transform((typed) => typed.trim().toLowerCase())
  .pipe(z.string().regex(/^([0-9a-f]{32}|[0-9a-f]{40})$/, refused('rules.trial.token')))

/** The realm of an existing account, in lower case. */
export const realmRule = needed('rules.trial.realmMissing', 253, 'rules.trial.realm', identifier)
  .refine((typed) => realmToFind(typed) !== null, refused('rules.trial.realm'))
  .transform((typed) => realmToFind(typed) ?? typed)

const connecting = {
  platform: z.enum(PLATFORMS, refused('rules.trial.platform')),
  origin: identifier.pipe(z.string().max(300, refused('rules.trial.origin'))),
  realm: realmRule,
  token: tokenRule,
  work: echoed,
}

const NEEDS_ORIGIN = { path: ['origin'], message: refused('rules.trial.originMissing') }

function hasOrigin(typed: { platform: string; origin: string }): boolean {
  return typed.platform === 'hosted' || typed.origin !== ''
}

/** The fields that a connection check needs. */
export const connectionCheckRules = z.object(connecting).refine(hasOrigin, NEEDS_ORIGIN)

/** The whole form; `website` is a hidden field for bots. */
export const trialRules = z
  .object({
    ...connecting,
    name: needed('rules.trial.name', 128, 'rules.nameTooLong'),
    email: needed('rules.signIn.emailMissing', 254, 'rules.signIn.email', identifier).pipe(
      z.string().regex(/^[^@\s]+@[^@\s]+\.[^@\s]+$/, refused('rules.signIn.email')),
    ),
    company: needed('rules.trial.company', 128, 'rules.nameTooLong'),
    website: text,
  })
  .refine(hasOrigin, NEEDS_ORIGIN)
