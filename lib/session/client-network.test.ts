import { expect, test } from 'vitest'
import { clientNetwork } from './client-network.ts'

test.each([
  ['192.0.2.7', '192.0.2.7'],
  [' 192.0.2.7 ', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['::FFFF:c000:0207', '192.0.2.7'],
  ['0:0:0:0:0:ffff:192.0.2.7', '192.0.2.7'],
  ['64:ff9b::192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002:ffff:ffff:ffff:ffff', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::192.0.2.7', '2001:db8:1:2::/64'],
  ['2001:db8:1:3::1', '2001:db8:1:3::/64'],
  ['2001:db8::1', '2001:db8::/64'],
  ['2001:db8:0:0:8::1', '2001:db8::/64'],
  ['fe80::1%eth0', 'fe80::/64'],
  ['fe80::2%25eth1', 'fe80::/64'],
  ['::1', '::/64'],
  ['unknown', 'unknown'],
  ['', 'unknown'],
  ['192.0.2.7:443', 'unknown'],
  ['[2001:db8::1]', 'unknown'],
  ['made-up', 'unknown'],
])('the client at %j is in %s', (address, network) => {
  expect(clientNetwork(address)).toBe(network)
})
