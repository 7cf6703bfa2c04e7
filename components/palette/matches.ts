/** How well a command fits what was typed, 0 (not at all) to 1: every word has to be in it, accents and case aside. */
export function matches(label: string, typed: string): number {
  const text = plain(label)
  const t = plain(typed).split(/\s+/).filter(Boolean)
  if (!t.every((word) => text.includes(word))) return 0
  const first = t[0] ?? ''
  if (text.startsWith(first)) return 1
  return text.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(first)) ? 0.8 : 0.5
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
