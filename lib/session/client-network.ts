// Which network a client is in: what one household or office has, however its address is spelled.
import 'server-only'
import ipaddr from 'ipaddr.js'

const IPV6_PREFIX = 64

/**
 * The IPv4 address, or the /64 of an IPv6 address (RFC 6177: a site has that much at least). IPv4 inside IPv6 (mapped, or translated by
 * RFC 6052) is IPv4; a zone id does not count. What is no address is `unknown`: all of those share what they may.
 */
export function clientNetwork(address: string): string {
  const [bare = ''] = address.trim().split('%')
  if (!ipaddr.isValid(bare)) return 'unknown'
  const parsed = ipaddr.process(bare)
  if (parsed.kind() === 'ipv4') return parsed.toString()
  const bytes = parsed.toByteArray()
  if (parsed.range() === 'rfc6052') return ipaddr.fromByteArray(bytes.slice(12)).toString()
  const kept = bytes.map((byte, at) => (at < IPV6_PREFIX / 8 ? byte : 0))
  return `${ipaddr.fromByteArray(kept).toString()}/${IPV6_PREFIX}`
}
