// The logo of a mail goes along with it: a mail that loads nothing tells nobody when it is read.
import 'server-only'

/** By what the HTML names it (RFC 2392). */
export const LOGO = 'logo@portal'
