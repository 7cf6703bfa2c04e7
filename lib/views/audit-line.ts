// A name of somebody else's in a line of ours: it can neither begin another line nor turn the rest of this one around.

/** What breaks a line or moves within it becomes a space. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g
/** What is not seen, commands a terminal, or sets the direction of what follows. */
const UNSEEN = /[\p{Cc}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu

/** `text` as one line that reads as it stands. */
export function oneLine(text: string): string {
  return text.replaceAll(BREAKS, ' ').replaceAll(UNSEEN, '\uFFFD')
}
