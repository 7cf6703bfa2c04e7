/** The display options of a table: compact rows, and the columns that are hidden. */
export type DisplayOptions = { compact: boolean; hidden: readonly string[] }

const COMPACT = 'compact'
const YEAR_SECONDS = 31_536_000

/** The cookie that stores the options, so that the server renders the table with them. */
export function displayCookie(table: string): string {
  return `table-${table}`
}

/** The options in the cookie; columns that no longer exist are harmless. */
export function displayOptionsOf(cookie: string | undefined): DisplayOptions {
  const words = (cookie ?? '').split('.').filter((word) => /^[a-z]{1,24}$/i.test(word))
  return { compact: words.includes(COMPACT), hidden: words.filter((word) => word !== COMPACT).slice(0, 24) }
}

/** Stores the options for a year. */
export function saveDisplayOptions(table: string, { compact, hidden }: DisplayOptions): void {
  const text = [...(compact ? [COMPACT] : []), ...hidden].join('.')
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  const age = text === '' ? 0 : YEAR_SECONDS
  document.cookie = `${displayCookie(table)}=${text}; Path=/; Max-Age=${age}; SameSite=Lax${secure}`
}
