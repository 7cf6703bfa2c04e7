import { macDigits } from '../../lib/views/mac-address.ts'

/** The fewest hex digits that are sought as a part of a MAC address: shorter ones are words. */
const LEAST_DIGITS = 4

/**
 * How well a command matches the typed text, from 0 (not at all) to 1. Every word must occur; accents and
 * case do not matter. The bare MAC address `mac` is found by a part of it, in any spelling.
 */
export function matches(label: string, typed: string, mac = ''): number {
  const digits = macDigits(typed)
  if (digits.length >= LEAST_DIGITS && mac.includes(digits)) return 1
  const text = plain(label)
  const words = plain(typed).split(/\s+/).filter(Boolean)
  if (!words.every((word) => text.includes(word))) return 0
  const first = words[0] ?? ''
  if (text.startsWith(first)) return 1
  return text.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(first)) ? 0.8 : 0.5
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
