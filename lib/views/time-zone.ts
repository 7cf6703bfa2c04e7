// Which names of time zones are taken.

/** A zone by a name of the IANA database, old names included: browsers and Node list different ones of Kolkata and Calcutta. */
export function isZone(typed: string): boolean {
  if (typed.length > 32 || !/^[A-Z][A-Za-z]*(\/[A-Z][\w+-]*)*$/.test(typed)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: typed }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
