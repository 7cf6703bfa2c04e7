// docs/security.md row 21: what a document may make Kazoo dial.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testStore } from '../../testing/store.ts'
import { closeDatabase } from '../store/database.ts'
import { isAllowedUrl, isSipTarget, isSipUser } from './dial-target.ts'
import { documentFaults, looseFaults } from './outgoing.ts'

beforeAll(() =>
  testStore({ REDIS_URL: 'redis://127.0.0.1:1', KAZOO_ALLOWED_TARGETS: '10.20.0.0/16 recorder.internal' }),
)
afterAll(closeDatabase)

/** Hosts inside a network, in every spelling that some parser understands. */
const INSIDE = [
  '127.0.0.1',
  '127.1',
  '2130706433',
  '0x7f000001',
  '0x7f.0.0.1',
  '0177.0.0.1',
  '0',
  '0.0.0.0',
  '10.0.0.1',
  '172.16.0.1',
  '192.168.1.1',
  '100.64.0.1',
  '169.254.169.254',
  '2852039166',
  '168.63.129.16',
  '224.0.0.1',
  '255.255.255.255',
  '127.0.0.1.',
  'localhost',
  'LOCALHOST',
  'localhost.',
  'a.localhost',
  'printer',
  'printer.local',
  'metadata.google.internal',
  'wiki.intranet',
  'nas.lan',
  'nas.home.arpa',
  'kazoo.corp',
  'example.com.',
  'a..example.com',
  'under_score.example.com',
  '１２７.0.0.1',
  '127。0。0。1',
  'ⓛocalhost',
  'bücher.example',
  '[::1]',
  '[::]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::127.0.0.1]',
  '[fe80::1]',
  '[fc00::1]',
  '[fd00:ec2::254]',
  '[64:ff9b::7f00:1]',
  '[2002:7f00:1::]',
  '[2001:db8::1]',
]
const OUTSIDE = [
  'files.example.com',
  '8.8.8.8',
  '[2606:4700::1111]',
  'xn--bcher-kva.example',
  'a-b.example.co.uk',
]

describe('security row 21: URLs', () => {
  test.each(INSIDE)('%s is refused with any scheme, port and path', (host) => {
    for (const url of [`https://${host}/`, `http://${host}`, `http://${host}:8080/a?b=c`])
      expect(isAllowedUrl(url), url).toBe(false)
  })
  test.each(OUTSIDE)('%s is accepted, by http and https, at any port and path', (host) => {
    for (const url of [`https://${host}/`, `http://${host}`, `http://${host}:8080/a/b.wav?c=d@e#f`])
      expect(isAllowedUrl(url), url).toBe(true)
  })
  test.each([
    'files.example.com',
    '//files.example.com/',
    'ftp://files.example.com/',
    'file:///etc/passwd',
    'gopher://files.example.com/',
    'javascript:alert(1)',
    'https:files.example.com',
    'https:/files.example.com',
    'https:///files.example.com',
    'https://ann@files.example.com/',
    'https://ann:pw@files.example.com/',
    'https://files.example.com:80:80/',
    'https://files.example.com\\@127.0.0.1/',
    'https://files.example.com\u0000.127.0.0.1/',
    'https://files.example.com/\r\nHost: 127.0.0.1',
    'https://files.ex\tample.com/',
    ' https://files.example.com/',
    'https://%66iles.example.com/',
    'https://127.0.0.1%2f.example.com/',
    'https://',
    '',
  ])('%j is refused', (url) => expect(isAllowedUrl(url)).toBe(false))
  test('an operator allows hosts and networks by name, and nothing else', () => {
    for (const url of ['http://recorder.internal:8080/', 'http://10.20.3.4/'])
      expect(isAllowedUrl(url), url).toBe(true)
    for (const url of ['http://x.recorder.internal/', 'http://10.21.0.1/'])
      expect(isAllowedUrl(url), url).toBe(false)
  })
})

describe('security row 21: SIP', () => {
  test.each(INSIDE)('calls are not sent to %s', (host) => {
    for (const uri of [`sip:100@${host}`, `sips:${host}:5061`, `100@${host}`, host])
      expect(isSipTarget(uri), uri).toBe(false)
  })
  test.each(OUTSIDE)('calls may be sent to %s', (host) => {
    for (const uri of [`sip:100@${host}`, `sips:${host}:5061`, `+49@${host};transport=tcp`, host])
      expect(isSipTarget(uri), uri).toBe(true)
  })
  test.each([
    'sip:100@pbx.example.com;maddr=10.0.0.1',
    'sip:100@pbx.example.com;fs_path=sip:10.0.0.1',
    'sip:100@pbx.example.com;received=10.0.0.1',
    'sip:100@pbx.example.com?Route=10.0.0.1',
    '<sip:100@pbx.example.com>',
    'sip:100@pbx.example.com@10.0.0.1',
    'sip:100@pbx.example.com,sip:100@10.0.0.1',
    'sofia/gateway/trunk/100',
    '{a=b}sip:100@pbx.example.com',
    '',
  ])('%s is refused', (uri) => expect(isSipTarget(uri)).toBe(false))
  test('a user part alone names no host', () => {
    expect(['100', '+4940123', 'ann', 'sip:100'].map(isSipUser)).toEqual([true, true, true, true])
    expect(['100@10.0.0.1', '10.0.0.1', '', 'a b'].map(isSipUser)).toEqual([false, false, false, false])
  })
})

test('in a document the name of a key, its schema, or the form of a value shows that it is dialled', () => {
  const inner = 'http://169.254.169.254/latest'
  const document = {
    call_recording: { any: { any: { url: inner } } },
    sip: { route: 'sip:1@10.0.0.1', static_route: '10.0.0.1', ip: '127.0.0.1' },
    list: [{ webhook_uri: inner }],
    profile: { note: inner },
  }
  expect(documentFaults([], document)).toEqual({
    'call_recording.any.any.url': 'messages.refused.url',
    'sip.route': 'messages.refused.target',
    'sip.static_route': 'messages.refused.target',
    'sip.ip': 'messages.refused.target',
    'list.0.webhook_uri': 'messages.refused.url',
  })
  expect(documentFaults(['place'], inner, true)).toEqual({ place: 'messages.refused.url' })
  expect(looseFaults([], { profile: { note: inner } })).toEqual({ 'profile.note': 'messages.refused.url' })
  expect(documentFaults([], { sip: { static_route: '100', ip: '8.8.8.8' }, url: '' })).toEqual({})
})
