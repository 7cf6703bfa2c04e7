// Makes a foreign name safe inside one line of text: it cannot start another line or reverse the rest of this
// one.

/** Line breaks and tabs, which become one space. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g
/** Characters that are invisible, control a terminal, or set the direction of what follows. */
const UNSEEN = /[\p{Cc}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu

/** `text` as one line that reads literally. */
export function oneLine(text: string): string {
  return text.replaceAll(BREAKS, ' ').replaceAll(UNSEEN, '\uFFFD')
}
