// A self-signed certificate for one name, made without any program of the machine (X.509 v3, RFC 5280).
import { generateKeyPairSync, sign } from 'node:crypto'

const SEQUENCE = 0x30
const SET = 0x31
const OCTETS = 0x04
const ECDSA_WITH_SHA256 = '06082a8648ce3d040302'
const COMMON_NAME = '0603550403'
const SUBJECT_ALT_NAME = '0603551d11'
const BASIC_CONSTRAINTS = '0603551d13'
const TRUE = '0101ff'

/** One value of DER, ASN.1's plainest encoding: its tag, its length, its content. */
function der(tag: number, ...parts: (Buffer | string)[]): Buffer {
  const content = Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'hex') : part)),
  )
  const length = content.length
  const head = length < 128 ? [tag, length] : [tag, 0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from(head), content])
}

/** A key and a certificate for `name`, valid from yesterday until tomorrow, in PEM. */
export function certificateFor(name: string): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const day = (days: number) => {
    const text = new Date(Date.now() + days * 86_400_000).toISOString().replace(/\D/g, '').slice(2, 14)
    return der(0x17, Buffer.from(`${text}Z`))
  }
  const algorithm = der(SEQUENCE, ECDSA_WITH_SHA256)
  const subject = der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(0x0c, Buffer.from(name)))))
  const names = der(SEQUENCE, SUBJECT_ALT_NAME, der(OCTETS, der(SEQUENCE, der(0x82, Buffer.from(name)))))
  const root = der(SEQUENCE, BASIC_CONSTRAINTS, TRUE, der(OCTETS, der(SEQUENCE, TRUE)))
  const body = der(
    SEQUENCE,
    der(0xa0, '020102'),
    der(0x02, '01'),
    algorithm,
    subject,
    der(SEQUENCE, day(-1), day(1)),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(SEQUENCE, names, root)),
  )
  const certificate = der(SEQUENCE, body, algorithm, der(0x03, '00', sign('sha256', body, privateKey)))
  const pem = `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64')}\n-----END CERTIFICATE-----\n`
  return { key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })), cert: pem }
}
