// A software authenticator for passkeys (ES256, attestation "none"), as a browser would drive it (WebAuthn,
// level 3).
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

const text = (value: Buffer) => value.toString('base64url')
const sha256 = (value: string | Buffer) => createHash('sha256').update(value).digest()
/** CBOR of byte strings shorter than 65,536, in its shortest form. */
const bytes = (value: Buffer) => {
  const { length } = value
  return Buffer.concat([
    Buffer.from(length < 256 ? [0x58, length] : [0x59, length >> 8, length & 255]),
    value,
  ])
}
const word = (value: string) => Buffer.concat([Buffer.of(0x60 + value.length), Buffer.from(value)])

export class TestAuthenticator {
  readonly id = randomBytes(32)
  counter = 0
  readonly #host: string
  readonly #origin: string
  readonly #pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })

  constructor(origin: string) {
    this.#origin = origin
    this.#host = new URL(origin).hostname
  }

  #clientData(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.#origin, crossOrigin: false }))
  }

  #authData(flags: number, more: Buffer = Buffer.alloc(0)): Buffer {
    this.counter += 1
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(this.counter)
    return Buffer.concat([sha256(this.#host), Buffer.of(flags), counter, more])
  }

  /** The result of `navigator.credentials.create`. `verified`: by a fingerprint or a PIN. */
  create(challenge: string, verified = true): unknown {
    const { x = '', y = '' } = this.#pair.publicKey.export({ format: 'jwk' })
    const key = Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
      bytes(Buffer.from(x, 'base64url')),
      Buffer.of(0x22),
      bytes(Buffer.from(y, 'base64url')),
    ])
    const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, this.id.length]), this.id, key])
    const authData = this.#authData(verified ? 0x45 : 0x41, credential)
    const attestation = Buffer.concat([
      Buffer.of(0xa3),
      word('fmt'),
      word('none'),
      word('attStmt'),
      Buffer.of(0xa0),
      word('authData'),
      bytes(authData),
    ])
    return {
      id: text(this.id),
      rawId: text(this.id),
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: text(this.#clientData('webauthn.create', challenge)),
        attestationObject: text(attestation),
        transports: ['internal'],
      },
    }
  }

  /** The result of `navigator.credentials.get`. */
  get(challenge: string, verified = true): unknown {
    const clientData = this.#clientData('webauthn.get', challenge)
    const authData = this.#authData(verified ? 0x05 : 0x01)
    const signature = sign('sha256', Buffer.concat([authData, sha256(clientData)]), this.#pair.privateKey)
    return {
      id: text(this.id),
      rawId: text(this.id),
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: text(clientData),
        authenticatorData: text(authData),
        signature: text(signature),
      },
    }
  }
}
