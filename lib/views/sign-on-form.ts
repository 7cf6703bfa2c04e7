// What the forms of single sign-on may say.
import * as z from 'zod'
import { checkbox, identifier, lines, needed, newSecret, refused } from './form-text.ts'
import { GIVEN_ROLES } from './sign-on.ts'

const NAME = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/
const ISSUER = /^https?:\/\/[^\s?#@\\]+$/
const MOST = 20

const domains = lines.transform((typed, context) => {
  const names = [
    ...new Set(
      typed
        .toLowerCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
    ),
  ]
  if (names.length > 0 && names.length <= MOST && names.every((name) => NAME.test(name))) return names
  context.addIssue(refused('rules.signOn.domains'))
  return z.NEVER
})

/** The identity provider of a team. */
export const providerRules = z.object({
  issuer: needed('rules.signOn.issuerMissing', 300, 'rules.signOn.issuer', identifier).pipe(
    z.string().regex(ISSUER, refused('rules.signOn.issuer')),
  ),
  clientId: needed('rules.signOn.clientIdMissing', 255, 'rules.signOn.clientId', identifier),
  clientSecret: newSecret.pipe(
    z
      .string()
      .min(1, refused('rules.signOn.clientSecretMissing'))
      .max(1024, refused('rules.signOn.clientSecret')),
  ),
  domains,
  defaultRole: z.enum(GIVEN_ROLES, refused('rules.signOn.role')),
})

/** Whether it is the only way in. */
export const requiredRules = z.object({ required: checkbox })
