// A program that gives a member an authenticator app, two recovery codes and a passkey, as if they had set
// them up, and prints the secrets. Its argument is their e-mail address.
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { Secret } from 'otpauth'
import { seal } from '../../lib/sealed.ts'
import { digestOfCode, newRecoveryCodes } from '../../lib/domain/member/recovery-codes.ts'
import { relyingParty } from '../../lib/domain/member/relying-party.ts'
import { closeDatabase, database } from '../../lib/store/database.ts'
import { findMemberByEmail } from '../../lib/store/members.ts'
import { insertPasskey } from '../../lib/store/passkeys.ts'
import { putTotp, replaceRecoveryCodes } from '../../lib/store/second-factors.ts'

const member = await findMemberByEmail(process.argv[2] ?? '')
if (member === null) throw new Error('there is no member with this address')
const secret = new Secret({ size: 20 }).base32
const recovery = newRecoveryCodes().slice(0, 2)
const credential = randomBytes(32)
const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
// A COSE key (RFC 9053): EC2, ES256, P-256.
const cose = Buffer.concat([
  Buffer.from('a5010203262001215820', 'hex'),
  Buffer.from(x, 'base64url'),
  Buffer.from('225820', 'hex'),
  Buffer.from(y, 'base64url'),
])
const passkey = {
  rpId: relyingParty(),
  credential: credential.toString('base64url'),
  transports: ['internal'],
}
const owner = { tenant: member.tenant, member: member.id, name: 'Laptop' }
await putTotp(database(), member, seal<'totp secret'>(secret), 0)
await replaceRecoveryCodes(
  database(),
  member,
  recovery.map((code) => digestOfCode(code) ?? ''),
)
await insertPasskey(database(), { ...passkey, ...owner, publicKey: new Uint8Array(cose), counter: 0 })
await closeDatabase()
const key = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
const exported = { rpId: passkey.rpId, credentialId: credential.toString('base64'), privateKey: key }
console.log(JSON.stringify({ secret, recovery, passkey: exported }))
