// Makes names that strangers chose safe for a mail: no second line in its head, no hidden direction, nothing
// that becomes a link.
import 'server-only'

const MAX_LENGTH = 80
/** Line ends and other controls, and the characters that change the direction of what follows (UAX 9). */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu

/** `text` as it may be used in a header: one line of at most 200 characters. */
export function headerText(text: string): string {
  return truncate(text.toWellFormed().replaceAll(CONTROLS, ' ').replaceAll(/\s+/g, ' ').trim(), 200)
}

/**
 * `name` as it may be used in a mail to somebody else: at most 80 characters, and a mail program makes no
 * link of it. Otherwise a client could choose a name that makes our mail say "go to evil.example".
 */
export function nameInMail(name: string): string {
  const plain = headerText(name).replaceAll(/[<>[\]{}\\/@:]+/g, ' ')
  // An invisible joiner after a dot between letters: it looks the same, and is no host name.
  return truncate(plain.replaceAll(/\s+/g, ' ').trim(), MAX_LENGTH).replaceAll(/(?<=\S)\.(?=\S)/g, '.\u2060')
}

function truncate(text: string, limit: number): string {
  const characters = Array.from(text)
  return characters.length > limit ? `${characters.slice(0, limit - 1).join('')}…` : text
}
