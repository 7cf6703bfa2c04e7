// Parses the custom domain forms for the domain layer.
import 'server-only'
import { z } from 'zod'
import { addDomainRules, tieDomainRules } from '../views/custom-domain-form.ts'
import { sought, text } from '../views/form-text.ts'

export const addDomainInput = addDomainRules
export const tieDomainInput = tieDomainRules
/** A button that only names a domain. */
export const hostInput = z.object({ host: text })
/** The primary domain, or (empty) the portal's own host. */
export const primaryInput = z.object({ host: text, primary: z.enum(['on', '']).catch('').prefault('') })
/** The text that was typed to find an account. */
export const accountTextInput = sought(128)
