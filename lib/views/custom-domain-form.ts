// The rules of the custom domain forms; the server decides which hosts are allowed.
import * as z from 'zod'
import { needed, text } from './form-text.ts'

export type AddDomainField = 'host'
export type TieDomainField = 'host' | 'account'

/** A domain to add. */
export const addDomainRules = z.object({
  host: needed('rules.domain.hostMissing', 300, 'rules.domain.hostLong'),
})

/** The one account of a domain, or none. */
export const tieDomainRules = z.object({ host: text, account: text })
