// Reads time zones: those that Kazoo keeps in its documents, and those that browsers report.

/**
 * The areas and the older names of the IANA database. ICU also takes abbreviations such as `IST`, and any
 * case; Kazoo has neither.
 */
const AREAS = new Set(
  (
    'Africa America Antarctica Arctic Asia Atlantic Australia Brazil Canada Chile Etc Europe Indian Mexico ' +
    'Pacific US'
  ).split(' '),
)
const WITHOUT_AREA = new Set(
  (
    'CET CST6CDT Cuba EET EST EST5EDT Egypt Eire GB GB-Eire GMT GMT+0 GMT-0 GMT0 Greenwich HST Hongkong ' +
    'Iceland Iran Israel Jamaica Japan Kwajalein Libya MET MST MST7MDT NZ NZ-CHAT Navajo PRC PST8PDT Poland ' +
    'Portugal ROC ROK Singapore Turkey UCT UTC Universal W-SU WET Zulu'
  ).split(' '),
)
/** A place, or one within another. No place has four capital letters in a row. */
const PLACE = /^(?!.*[A-Z]{4})[A-Z][\w+-]*(?:\/[A-Z][\w+-]*)?$/

/** The zone of the parent: the account of a user, the parent account of an account. */
const INHERIT = 'inherit'
/** The shortest zone of an account (docs/kazoo.md section 9.2). */
const ACCOUNT_LEAST = 5

/**
 * Whether Kazoo reads it as a time zone: a name of the IANA database, old names included, because browsers
 * and Node differ on Kolkata and Calcutta; or `inherit`.
 */
export function isKazooZone(typed: string): boolean {
  return typed === INHERIT || isName(typed)
}

/**
 * The same zone by a name that an account may have: `UTC` is too short for Kazoo, `Etc/UTC` is not. Empty for
 * `inherit`, as which an account keeps no zone. Other text, and a zone without such a name, as it is.
 */
export function accountZone(typed: string): string {
  if (typed === INHERIT) return ''
  const long = `Etc/${typed}`
  return typed.length < ACCOUNT_LEAST && isName(typed) && isName(long) ? long : typed
}

/** Whether Kazoo takes it as the time zone of an account. */
export function isAccountZone(typed: string): boolean {
  return typed.length >= ACCOUNT_LEAST && isKazooZone(typed)
}

/**
 * The zone that a reader's times are shown in: whatever their browser reports and `Intl` takes, offsets such
 * as `+05:30` included; otherwise UTC.
 */
export function readerZone(reported: string | undefined): string {
  return reported !== undefined && resolved(reported) !== null ? reported : 'UTC'
}

function isName(typed: string): boolean {
  const [area = '', ...place] = typed.split('/')
  const known = place.length === 0 ? WITHOUT_AREA.has(area) : AREAS.has(area) && PLACE.test(place.join('/'))
  const found = known ? resolved(typed) : null
  return found !== null && (found === typed || found.toLowerCase() !== typed.toLowerCase())
}

/** The zone as `Intl` calls it, which may be an older or a newer name; null: it knows none. */
function resolved(zone: string): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  } catch {
    return null
  }
}
