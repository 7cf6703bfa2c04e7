// Compares the text that confirms a dangerous action with what was asked for.

/**
 * Whether `typed` is the `expected` text: spaces around it do not count, nor how many there are in between,
 * nor in which of Unicode's ways its letters are composed.
 */
export function isConfirmed(typed: string, expected: string): boolean {
  return normalized(typed) === normalized(expected)
}

function normalized(text: string): string {
  return text.normalize('NFC').trim().replaceAll(/\s+/g, ' ')
}
