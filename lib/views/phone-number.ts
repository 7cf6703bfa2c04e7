// Reads numbers to call as people write them, and keeps them as Kazoo wants them.
import { toPlainSigns } from './text-rules.ts'

/** What people put between digits: spaces, hyphens and dashes, brackets, dots and slashes. */
const WRITING = /[\p{Zs}\p{Pd}()./\u2212]/gu
/** The trunk digit of `+49 (0) 30`, which nobody dials after a country code. */
const TRUNK = /^((?:\+|00)[\d\p{Zs}\p{Pd}./]*)\(\p{Zs}*0\p{Zs}*\)/u
/** Digits, `*` and `#`, with `+` at most at the start. */
const NUMBER = /^\+?[*#0-9]+$/

/**
 * The number without its writing: `+1 (415) 555-1234` is `+14155551234`, and `00 49 30 123` is `004930123`,
 * because only Kazoo knows what the account dials. Other text, such as `anonymous` as a caller ID, keeps its
 * letters, with plain spaces and hyphens; the field decides whether it may be set.
 */
export function readNumber(typed: string): string {
  const plain = toPlainSigns(typed).trim().replace(TRUNK, '$1')
  const bare = plain.replaceAll(WRITING, '')
  if (NUMBER.test(bare)) return bare
  return typed
    .trim()
    .replaceAll(/\p{Zs}/gu, ' ')
    .replaceAll(/[\p{Pd}\u2212]/gu, '-')
}

/** Whether it is a number to call of at most `most` characters, as `readNumber` gives it. */
export function isNumber(text: string, most: number): boolean {
  return NUMBER.test(text) && text.length <= most
}
