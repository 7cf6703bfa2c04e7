import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { crossbarOrigin, ORIGIN_REFUSED, RefusedOrigin } from './origin.ts'
import { spellings } from '../../testing/kazoo/crossbar.ts'

const ALLOWED = [
  { origin: 'http://127.0.0.1:8000', cidr: '127.0.0.0/8' },
  { origin: 'https://kazoo.internal:9443', cidr: '10.1.0.0/16' },
]

const hosts = spellings(String.raw`
  127.0.0.1 127.1 127.0.1 0 0.0.0.0 0x7f000001 0x7f.1 0x7f.0.0.1 0177.0.0.1 017700000001 2130706433 127.0.0.1. 0x7F.0x0.0x0.0x1
  00000177.0.0.01 1 10.1 3232235521 192.168.1 169.254.169.254 0xa9fea9fe 2852039166 8.8.8.8 1.1.1.1 kazoo.example.0x1 kazoo.example.1
  [::1] [::] [::ffff:127.0.0.1] [::ffff:7f00:1] [0:0:0:0:0:0:0:1] [64:ff9b::7f00:1] [fe80::1] [fe80::1%25eth0] [fc00::1]
  [2002:7f00:1::] [2606:4700::1111] １２７.０.０.１ 127。0。0。1 127．0．0．1 ①②⑦.0.0.1 0x7f.0.0.0x1 ⑫⑦.1`)
const names = spellings(String.raw`
  localhost kazoo kazoo. kazoo.example.com. .kazoo.example.com kazoo..example.com -kazoo.example.com kazoo-.example.com
  kazoo.-example.com kazoo_1.example.com kazoo.example.c *.example.com kazoo\u0020example.com kazoo.example.com\u0020
  \u0020kazoo.example.com kazoo%2eexample.com kazoo%00.example.com kazoo.example.com%00 %6b.example.com kazoo.example.com\u0000
  kazoo\t.example.com kazoo.example.com\n kazoo.exam\rple.com kazoo.exam\u00adple.com kazoo.exam\u200bple.com kazoo.exam\u202eple.com
  kazoo.example.com\\ kazoo\\.example.com a,b.example.com a'b.example.com kazoo.example.com;x kazoo.example.com|x
  kazoo.example.com^x kazoo<x>.example.com kazoo{x}.example.com ex..com xn--.example.com .. . \u0020 \ud800.example.com`)
names.push('', `${'a'.repeat(64)}.example.com`, `${'a.'.repeat(130)}example.com`)
const rests = spellings(String.raw`
  :80 :8000 :8444 :0 :65536 :44300 :443:443 : :0443 :08443 :+443 :-443 :443a :４４３ :\u0020443
  /v3 /v2/accounts /v1/.. /v2// // /v2/%2e%2e /V2/x /. /.. /v2/. /%76%32 /v2;x /index.html ? ?x /?x=1 /v2?x # #x /# /v2#x
  \\ /\\ \\@127.0.0.1 /v2\\ /v2\n /v2\u0020 \t /v2/\u0000 @127.0.0.1 @127.0.0.1/ :443@127.0.0.1 :pw@127.0.0.1:8443
  %40127.0.0.1 ／v2 /v2/é /vee\u0301`)
const schemes = spellings(String.raw`
  http:// ftp:// ws:// wss:// file:// gopher:// javascript: data:text/plain, // https: https:/ https:/// https://// https:\\\\
  https:/\\ \thttps:// \u0020https:// ht\ntps:// https\u0020:// https://user@ https://user:pw@ https://@ https://:@ https://%40@
  blob:https:// view-source:https:// httpſ:// HTTP:// https\u0000://`)
const beside = spellings(String.raw`
  http://127.0.0.1:8001 http://127.0.0.1 https://127.0.0.1:8000 http://127.0.0.1:8000/v3 http://127.1:8000
  http://127.0.0.1:8000@kazoo.example.com http://127.0.0.1:8000?x http://127.0.0.1:8000# http://127.0.0.1:8000\\
  http://2130706433:8000 https://kazoo.internal:9444 http://kazoo.internal:9443 https://KAZOO.internal:9443
  https://x.kazoo.internal:9443`)
const hostile = [
  ...hosts.map((host) => `https://${host}`),
  ...hosts.map((host) => `https://${host}:8443/v2`),
  ...names.map((host) => `https://${host}`),
  ...rests.map((rest) => `https://kazoo.example.com${rest}`),
  ...schemes.map((scheme) => `${scheme}kazoo.example.com`),
  ...beside,
  'kazoo.example.com',
]

test(`security row 5: ${hostile.length} spellings of addresses that are not for us are refused`, () => {
  expect(hostile.length).toBeGreaterThan(100)
  for (const text of hostile) {
    expect(() => crossbarOrigin(text, ALLOWED), JSON.stringify(text)).toThrow(RefusedOrigin)
  }
})

test('security row 7: whatever the reason, an address is refused with the same message', () => {
  const outcomes = new Set(
    hostile.map((text) => {
      try {
        return crossbarOrigin(text, ALLOWED).text
      } catch (error) {
        return error instanceof RefusedOrigin ? JSON.stringify([error.message, error.fields]) : String(error)
      }
    }),
  )
  expect([...outcomes]).toEqual([JSON.stringify([ORIGIN_REFUSED, { origin: ORIGIN_REFUSED }])])
})

test('security row 5: the https address of a public name is accepted, with or without a path that a Kazoo has', () => {
  for (const path of ['', '/', '/v1', '/v1/', '/v2', '/v2/']) {
    expect(crossbarOrigin(`https://api.zswitch.net:8443${path}`, []).text).toBe(
      'https://api.zswitch.net:8443',
    )
    expect(crossbarOrigin(`https://api.zswitch.net${path}`, []).text).toBe('https://api.zswitch.net')
    expect(crossbarOrigin(`https://api.zswitch.net:443${path}`, []).text).toBe('https://api.zswitch.net')
  }
  const odd = crossbarOrigin('HTTPS://API.Zswitch.NET:8443', [])
  expect([odd.scheme, odd.host, odd.port, odd.cidr]).toEqual(['https:', 'api.zswitch.net', 8443, null])
  expect(crossbarOrigin('https://bücher.example', []).host).toBe('xn--bcher-kva.example')
  expect(crossbarOrigin('https://a.xn--p1ai', []).host).toBe('a.xn--p1ai')
})

test('security row 5: an operator may allow exactly one more origin, with the network that it may resolve into', () => {
  const loopbackOrigin = crossbarOrigin('http://127.0.0.1:8000/v2', ALLOWED)
  expect([loopbackOrigin.scheme, loopbackOrigin.host, loopbackOrigin.port]).toEqual([
    'http:',
    '127.0.0.1',
    8000,
  ])
  expect(loopbackOrigin.cidr).toBe('127.0.0.0/8')
  expect(crossbarOrigin('https://kazoo.internal:9443', ALLOWED).cidr).toBe('10.1.0.0/16')
  expect(() => crossbarOrigin('http://127.0.0.1:8000', [])).toThrow(RefusedOrigin)
})

test('security row 5: no text at all is accepted except as https to a dotted name on 443 or 8443', () => {
  const piece = fc.constantFrom(
    ...spellings(String.raw`
      https http : / // \\ @ # ? % . .. 127 0x7f 1 kazoo example com v2 443 8443 80 [ ] :: \t \n \u0020 。 １ ⓔ \u200b - _ xn-- localhost`),
  )
  const texts = fc.oneof(
    fc.string(),
    fc.webUrl(),
    fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
    fc.array(piece, { maxLength: 8 }).map((pieces) => `https://${pieces.join('')}`),
  )
  fc.assert(
    fc.property(texts, (text) => {
      let origin
      try {
        origin = crossbarOrigin(text, [])
      } catch (error) {
        expect(error).toBeInstanceOf(RefusedOrigin)
        return
      }
      const url = new URL(origin.text)
      expect(url.origin).toBe(origin.text)
      expect(url.protocol).toBe('https:')
      expect(['', '8443']).toContain(url.port)
      expect(url.hostname).toMatch(/^[a-z0-9.-]+\.[a-z][a-z0-9-]*[a-z0-9]$/)
      expect(new URL(text).hostname).toBe(origin.host)
    }),
    { numRuns: 3000 },
  )
})
