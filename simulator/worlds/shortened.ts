// Cuts names to a field's length, between characters and never within one.

/** At most so many characters (code points), as Kazoo's schemas count them. */
export function shortened(text: string, length: number): string {
  return text.length <= length ? text : Array.from(text).slice(0, length).join('')
}
