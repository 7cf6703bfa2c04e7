/** How somebody likes a table: rows close together or not, and the columns that they do without. */
export type TableLook = { compact: boolean; hidden: readonly string[] }

const COMPACT = 'compact'
const YEAR_SECONDS = 31_536_000

/** The cookie in which the look of a table is kept, so that the server renders it at once. */
export function lookCookie(table: string): string {
  return `table-${table}`
}

/** What the cookie says; columns that do not exist any more do no harm. */
export function lookOf(cookie: string | undefined): TableLook {
  const words = (cookie ?? '').split('.').filter((word) => /^[a-z]{1,24}$/i.test(word))
  return { compact: words.includes(COMPACT), hidden: words.filter((word) => word !== COMPACT).slice(0, 24) }
}

/** Keeps a look for a year. */
export function keepLook(table: string, { compact, hidden }: TableLook): void {
  const text = [...(compact ? [COMPACT] : []), ...hidden].join('.')
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  const age = text === '' ? 0 : YEAR_SECONDS
  document.cookie = `${lookCookie(table)}=${text}; Path=/; Max-Age=${age}; SameSite=Lax${secure}`
}
