import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isGlobalUnicast, isInside } from './addresses.ts'
import { spellings } from '../../testing/kazoo/crossbar.ts'

const refused = spellings(String.raw`
  0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.127.255.255 127.0.0.1 127.255.255.254 168.63.129.16 169.254.0.1
  169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.1 192.0.0.170 192.0.2.1 192.31.196.1 192.52.193.1 192.88.99.1 192.168.0.1
  192.175.48.1 198.18.0.1 198.19.255.255 198.51.100.7 203.0.113.7 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255
  :: ::1 ::2 ::7f00:1 ::127.0.0.1 ::8.8.8.8 ::ffff:127.0.0.1 ::ffff:8.8.8.8 ::ffff:0:127.0.0.1 64:ff9b::7f00:1 64:ff9b::8.8.8.8
  64:ff9b:1::1 100::1 2001::1 2001:0:7f00:1:: 2001:2::1 2001:10::1 2001:20::1 2001:1ff:ffff::1 2001:db8::1 2002:7f00:1::
  2002:808:808::1 2620:4f:8000::1 3ffe::1 3fff::1 4000::1 5f00::1 fc00::1 fd12:3456:789a::1 fe80::1 fe80::1%eth0 fec0::1 ff02::1
  ff0e::1 1fff::1 localhost 127.1 0x7f.0.0.1 8.8.8.8\u0020 8.8.8.8/32 [2606:4700::1111] 2606:4700::1111%eth0 1.2.3 1.2.3.4.5`)
const global = spellings(`
  1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.1 100.63.255.255 100.128.0.1 126.255.255.255 128.0.0.1 168.63.129.15 168.63.129.17
  169.253.255.255 172.15.255.255 172.32.0.1 192.0.1.1 192.167.255.255 198.17.255.255 198.20.0.1 203.0.112.255 203.0.114.1
  223.255.255.255 2606:4700:4700::1111 2a00:1450:4001::1 2001:200::1 2001:4860:4860::8888 2003::1 2620:4f:7fff::1 3ffd::1`)

test.each(refused)('security row 6: %s is not dialled', (address) => {
  expect(isGlobalUnicast(address)).toBe(false)
})

test.each(global)('security row 6: %s is on the public Internet', (address) => {
  expect(isGlobalUnicast(address)).toBe(true)
})

test('security row 6: an IPv4 address disguised as IPv6 is never dialled, whichever it is', () => {
  const byte = fc.integer({ min: 0, max: 255 })
  fc.assert(
    fc.property(byte, byte, byte, byte, (a, b, c, d) => {
      const [high, low] = [((a << 8) | b).toString(16), ((c << 8) | d).toString(16)]
      for (const disguise of [
        `::${high}:${low}`,
        `::ffff:${high}:${low}`,
        `::ffff:0:${high}:${low}`,
        `64:ff9b::${high}:${low}`,
        `64:ff9b:1::${high}:${low}`,
        `2002:${high}:${low}::1`,
        `2001:0:${high}:${low}::1`,
        `fe80::5efe:${high}:${low}`,
      ]) {
        expect(isGlobalUnicast(disguise), disguise).toBe(false)
      }
    }),
  )
})

test('an allowed network contains its own addresses and no others, and an invalid one contains none', () => {
  expect(isInside('127.0.0.1', '127.0.0.0/8')).toBe(true)
  expect(isInside('10.1.255.1', '10.1.0.0/16')).toBe(true)
  expect(isInside('fd00::5', 'fd00::/8')).toBe(true)
  for (const [address, cidr] of [
    ['10.2.0.1', '10.1.0.0/16'],
    ['::1', '127.0.0.0/8'],
    ['127.0.0.1', 'fd00::/8'],
    ['127.0.0.1', '999.0.0.0/8'],
    ['127.0.0.1', '127.0.0.0/99'],
    ['127.0.0.1', ''],
    ['127.1', '127.0.0.0/8'],
    ['fd00::5%lo', 'fd00::/8'],
  ] as const) {
    expect(isInside(address, cidr), `${address} in ${cidr}`).toBe(false)
  }
})
