// Checks names of hosts by the rules of DNS.

/**
 * Dotted labels of letters, digits and inner hyphens (RFC 1123, 2.1), at most 63 each and 253 in all. The
 * last begins with a letter, so no spelling of an IPv4 address is one (WHATWG URL, "ends in a number"); a
 * final dot is not allowed.
 */
const NAME = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/i

/** Whether `text` is a dotted DNS name in A-labels. */
export function isHostName(text: string): boolean {
  return NAME.test(text)
}
