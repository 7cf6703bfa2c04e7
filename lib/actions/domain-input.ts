// What the forms of domains say to the domain.
import 'server-only'
import { z } from 'zod'
import { addDomainRules, tieDomainRules } from '../views/custom-domain-form.ts'
import { sought, text } from '../views/form-text.ts'

export const addDomainInput = addDomainRules
export const tieDomainInput = tieDomainRules
/** A button that names a domain and says no more. */
export const hostInput = z.object({ host: text })
/** The main address: a domain, or (empty) the portal's own host. */
export const primaryInput = z.object({ host: text, primary: z.enum(['on', '']).catch('').prefault('') })
/** What was typed to find an account. */
export const accountTextInput = sought(128)
