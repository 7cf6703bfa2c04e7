// Maps a client's address to the network that it is throttled by.
import 'server-only'
import ipaddr from 'ipaddr.js'

const IPV6_PREFIX = 64

/**
 * The IPv4 address, or the /64 of an IPv6 address (RFC 6177: a site has at least that much). IPv4 inside IPv6
 * (mapped, or translated by RFC 6052) counts as IPv4; a zone id is ignored. Anything else is `unknown`, and
 * all such clients share one allowance.
 */
export function clientNetwork(address: string): string {
  const [bare = ''] = address.trim().split('%')
  if (!ipaddr.isValid(bare)) return 'unknown'
  const parsed = ipaddr.process(bare)
  if (parsed.kind() === 'ipv4') return parsed.toString()
  const bytes = parsed.toByteArray()
  if (parsed.range() === 'rfc6052') return ipaddr.fromByteArray(bytes.slice(12)).toString()
  const masked = bytes.map((byte, at) => (at < IPV6_PREFIX / 8 ? byte : 0))
  return `${ipaddr.fromByteArray(masked).toString()}/${IPV6_PREFIX}`
}
