// Checks names of time zones.

/**
 * Whether it is a zone of the IANA database, old names included: browsers and Node differ on Kolkata and
 * Calcutta.
 */
export function isZone(typed: string): boolean {
  if (typed.length > 32 || !/^[A-Z][A-Za-z]*(\/[A-Z][\w+-]*)*$/.test(typed)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: typed }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
