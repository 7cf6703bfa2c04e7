// Reads MAC addresses as people write them and as old documents have them, and shows them in pairs.
import { toPlainSigns } from './text-rules.ts'

/** What stands between the digits: spaces, hyphens and dashes, underscores, colons and dots. */
const WRITING = /[\p{Zs}\p{Pd}\p{Pc}:.\u2212]/gu
const MAC = /^[0-9a-f]{12}$/

/** A MAC address as Kazoo keeps it: 12 lower-case hex digits. What is no MAC address stays as it is. */
export function bareMac(text: string): string {
  const bare = withoutWriting(text)
  return MAC.test(bare) ? bare : text.trim()
}

/** The hex digits of a part of a MAC address that is sought, in any spelling; empty for other text. */
export function macDigits(sought: string): string {
  const bare = withoutWriting(sought)
  return /^[0-9a-f]{1,12}$/.test(bare) ? bare : ''
}

/** Whether it is a MAC address, in any spelling. */
export function isMac(text: string): boolean {
  return MAC.test(withoutWriting(text))
}

/** A MAC address in pairs, as printed on phones; other text as it is. */
export function macInPairs(text: string): string {
  return isMac(text) ? (bareMac(text).match(/../g) ?? []).join(':') : text
}

function withoutWriting(text: string): string {
  return toPlainSigns(text).trim().replaceAll(WRITING, '').toLowerCase()
}
