// Turns keys of Kazoo's schemas into labels: `call_waiting` is “Call waiting”, `caller_id` “Caller ID”.

/** Words that are not written as they are spelled in keys. */
const WRITTEN: Readonly<Record<string, string>> = {
  acl: 'ACL',
  api: 'API',
  cid: 'caller ID',
  cidr: 'CIDR',
  cnam: 'CNAM',
  csv: 'CSV',
  did: 'DID',
  dnd: 'DND',
  dtmf: 'DTMF',
  e164: 'E.164',
  e911: 'E911',
  fqdn: 'FQDN',
  html: 'HTML',
  http: 'HTTP',
  id: 'ID',
  ids: 'IDs',
  ip: 'IP',
  ivr: 'IVR',
  json: 'JSON',
  mac: 'MAC',
  mdn: 'MDN',
  moh: 'music on hold',
  ms: 'milliseconds',
  mwi: 'MWI',
  npan: 'NPAN',
  pin: 'PIN',
  pstn: 'PSTN',
  qos: 'QoS',
  regex: 'regular expression',
  rtcp: 'RTCP',
  rtp: 'RTP',
  sec: 'seconds',
  sip: 'SIP',
  sms: 'SMS',
  srtp: 'SRTP',
  sso: 'SSO',
  stt: 'speech to text',
  t38: 'T.38',
  tcp: 'TCP',
  tls: 'TLS',
  tts: 'text to speech',
  udp: 'UDP',
  ui: 'UI',
  uri: 'URI',
  url: 'URL',
  vm: 'voicemail',
  vmbox: 'voicemail box',
  zrtp: 'ZRTP',
}

/** The label of a key. */
export function labelOfKey(key: string): string {
  const words = key
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) =>
      Object.hasOwn(WRITTEN, word.toLowerCase()) ? (WRITTEN[word.toLowerCase()] ?? word) : word,
    )
  const [first = key, ...rest] = words
  return [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(' ')
}
