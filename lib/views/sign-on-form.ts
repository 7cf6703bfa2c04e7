// The rules of the single sign-on forms.
import * as z from 'zod'
import { checkbox, identifier, needed, newSecret, refused } from './form-text.ts'
import { GIVEN_ROLES } from './sign-on.ts'

const ISSUER = /^https?:\/\/[^\s?#@\\]+$/

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
  defaultRole: z.enum(GIVEN_ROLES, refused('rules.signOn.role')),
})

/** Whether members may only sign in by it. */
export const requiredRules = z.object({ required: checkbox })

/** Whether the owner vouches for its addresses. */
export const vouchesRules = z.object({ vouches: checkbox })

/** A mail domain to claim; the server decides which are allowed. */
export const mailDomainRules = z.object({
  domain: needed('rules.signOn.domainMissing', 300, 'rules.domain.hostLong', identifier),
})
