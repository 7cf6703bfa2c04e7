// Attaches the logo to a mail: a mail that loads nothing reveals to nobody when it is read.
import 'server-only'

/** The id by which the HTML refers to it (RFC 2392). */
export const LOGO = 'logo@portal'
