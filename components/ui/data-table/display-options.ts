/** How somebody likes a table: rows close together or not, and the columns that they do without. */
export type DisplayOptions = { compact: boolean; hidden: readonly string[] }

const COMPACT = 'compact'
const YEAR_SECONDS = 31_536_000

/** The cookie in which the look of a table is kept, so that the server renders it at once. */
export function displayCookie(table: string): string {
  return `table-${table}`
}

/** What the cookie says; columns that do not exist any more do no harm. */
export function displayOptionsOf(cookie: string | undefined): DisplayOptions {
  const t = (cookie ?? '').split('.').filter((word) => /^[a-z]{1,24}$/i.test(word))
  return { compact: t.includes(COMPACT), hidden: t.filter((word) => word !== COMPACT).slice(0, 24) }
}

/** Keeps a look for a year. */
export function saveDisplayOptions(table: string, { compact, hidden }: DisplayOptions): void {
  const text = [...(compact ? [COMPACT] : []), ...hidden].join('.')
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  const age = text === '' ? 0 : YEAR_SECONDS
  document.cookie = `${displayCookie(table)}=${text}; Path=/; Max-Age=${age}; SameSite=Lax${secure}`
}
