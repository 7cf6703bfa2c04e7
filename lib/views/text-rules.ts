// Which characters a text may hold (docs/security.md row 22): one answer for every form, schema form, query
// and command line.

/** C0 but tab and line feed, DEL, C1, and the two separators that end a line in JavaScript and in some logs. */
const CONTROLS = /(?![\t\n])\p{Cc}|[\u2028\u2029]/u
const LINE_ENDS = /[\t\n]/u
/** Embeddings, overrides and isolates (UAX 9, 2.1 to 2.5): what is shown after them reads as something else. */
const BIDI = /[\u202a-\u202e\u2066-\u2069]/u
/** A half of a character: neither UTF-8 nor Postgres has it. */
const LONE_SURROGATE = /\p{Cs}/u
/** Characters that nobody sees: zero-width ones, marks of direction, soft hyphens, tags, and letters that are drawn blank. */
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/u

/** `\r\n` as `\n`: what a browser sends of a text of several lines. A bare `\r` stays, to be refused. */
export function withPlainLineEnds(text: string): string {
  return text.replaceAll('\r\n', '\n')
}

/** Whether `text` may stand in a text of several lines: no control character but tab and line feed, no bidi control, no half character. */
export function isText(text: string): boolean {
  return !CONTROLS.test(text) && !BIDI.test(text) && !LONE_SURROGATE.test(text)
}

/** The same of one line. */
export function isLine(text: string): boolean {
  return isText(text) && !LINE_ENDS.test(text)
}

/** The same of what is compared letter by letter, such as user names, addresses and realms: nothing in it is invisible. */
export function isIdentifier(text: string): boolean {
  return isLine(text) && !UNSEEN.test(text)
}

/** `text` without everything that `isLine` refuses: for what is looked for, where a refusal helps nobody. */
export function toLine(text: string): string {
  return Array.from(text)
    .filter((sign) => isLine(sign))
    .join('')
}
