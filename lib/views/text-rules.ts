// Decides which characters a text may contain (docs/security.md row 22), for every form, schema form, query
// and command line.

/**
 * C0 but tab and line feed, DEL, C1, the two separators that end a line in JavaScript and in some logs, and
 * the object replacement character, which stands for an image in pasted text, and for what a form cannot show
 * (unsupported.ts).
 */
const CONTROLS = /(?![\t\n])\p{Cc}|[\u2028\u2029\ufffc]/u
const LINE_ENDS = /[\t\n]/u
/** Embeddings, overrides and isolates (UAX 9, 2.1 to 2.5), which change how later text reads. */
const BIDI = /[\u202a-\u202e\u2066-\u2069]/u
/** A lone surrogate: neither UTF-8 nor Postgres can encode it. */
const LONE_SURROGATE = /\p{Cs}/u
/**
 * Invisible characters: zero-width ones, direction marks, soft hyphens, tags, and letters that are drawn
 * blank.
 */
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/u
const ALL_UNSEEN = new RegExp(UNSEEN, 'gu')

/**
 * `\r
 * ` as `
 * `: browsers send the former in texts of several lines. A bare `\r` stays, to be refused.
 */
export function withPlainLineEnds(text: string): string {
  return text.replaceAll('\r\n', '\n')
}

/**
 * Whether a text of several lines is valid: no control character but tab and line feed, no bidi control, no
 * lone surrogate.
 */
export function isText(text: string): boolean {
  return !CONTROLS.test(text) && !BIDI.test(text) && !LONE_SURROGATE.test(text)
}

/** The same for one line. */
export function isLine(text: string): boolean {
  return isText(text) && !LINE_ENDS.test(text)
}

/**
 * The same for a text that is compared letter by letter, such as usernames, addresses and realms: no
 * invisible characters.
 */
export function isIdentifier(text: string): boolean {
  return isLine(text) && !UNSEEN.test(text)
}

/** `text` without everything that `isLine` refuses, for searches, where a refusal helps no one. */
export function toLine(text: string): string {
  return Array.from(text)
    .filter((sign) => isLine(sign))
    .join('')
}

/**
 * `text` in plain letters, digits and signs, as a word processor or an address book leaves them: full-width
 * ones become ASCII, and invisible ones are removed, bidi controls included. For numbers and MAC addresses,
 * whose digits alone are kept; control characters stay, to be refused.
 */
export function toPlainSigns(text: string): string {
  return text
    .replaceAll(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll(ALL_UNSEEN, '')
}

/** An e-mail address, as far as its form tells. */
export const EMAIL = /^(?=.{1,254}$)[^@\s]+@[^@\s]+$/

/** Whether nothing of `name` is visible: no characters but spaces, control and format characters. */
export function isBlank(name: string): boolean {
  return /^[\p{C}\p{Z}]*$/u.test(name)
}
