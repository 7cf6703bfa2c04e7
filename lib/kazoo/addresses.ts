// Decides which addresses the public rule allows us to dial: global unicast, by our own list and no library's
// (docs/security.md row 6).
import 'server-only'
import { BlockList, isIP } from 'node:net'

/**
 * IANA's special-purpose registry (RFC 6890 and its updates), and the address at which Azure serves its
 * machines.
 */
const NOT_GLOBAL_4 = [
  '0.0.0.0/8', // this network
  '10.0.0.0/8', // private
  '100.64.0.0/10', // carrier-grade NAT
  '127.0.0.0/8', // loopback
  '168.63.129.16/32', // Azure's host
  '169.254.0.0/16', // link-local, and the metadata of most clouds
  '172.16.0.0/12', // private
  '192.0.0.0/24', // protocol assignments
  '192.0.2.0/24', // documentation
  '192.31.196.0/24', // AS112
  '192.52.193.0/24', // AMT
  '192.88.99.0/24', // 6to4 relays
  '192.168.0.0/16', // private
  '192.175.48.0/24', // AS112
  '198.18.0.0/15', // benchmarks
  '198.51.100.0/24', // documentation
  '203.0.113.0/24', // documentation
  '224.0.0.0/4', // multicast
  '240.0.0.0/4', // reserved, broadcast
]
/**
 * Holes within 2000::/3; everything outside it is refused anyway: ::/96, mapped, NAT64, unique local,
 * link-local, multicast.
 */
const NOT_GLOBAL_6 = [
  '2001::/23', // Teredo, benchmarks, ORCHID
  '2001:db8::/32', // documentation
  '2002::/16', // 6to4: an IPv4 address in disguise
  '2620:4f:8000::/48', // AS112
  '3ffe::/16', // 6bone
  '3fff::/20', // documentation
]

const globalUnicast6 = listOf(['2000::/3'])
const notGlobal = listOf([...NOT_GLOBAL_4, ...NOT_GLOBAL_6])

function listOf(cidrs: readonly string[]): BlockList {
  const list = new BlockList()
  for (const cidr of cidrs) {
    const [network = '', bits = ''] = cidr.split('/')
    list.addSubnet(network, Number(bits), isIP(network) === 6 ? 'ipv6' : 'ipv4')
  }
  return list
}

/**
 * Whether `address` is on the public Internet, so that a stranger may make us dial it. False for text that is
 * no address.
 */
export function isGlobalUnicast(address: string): boolean {
  if (isIP(address) === 4) return !notGlobal.check(address, 'ipv4')
  // A zone (`%eth0`) names one of our interfaces.
  if (isIP(address) !== 6 || address.includes('%')) return false
  return globalUnicast6.check(address, 'ipv6') && !notGlobal.check(address, 'ipv6')
}

/** Whether `address` is in the network that an operator allows. An invalid CIDR contains no address. */
export function isInside(address: string, cidr: string): boolean {
  const family = isIP(address)
  if (family === 0 || address.includes('%')) return false
  try {
    return listOf([cidr]).check(address, family === 6 ? 'ipv6' : 'ipv4')
  } catch {
    return false
  }
}
