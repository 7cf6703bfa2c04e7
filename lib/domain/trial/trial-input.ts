// Interprets the trial form: the address of the Kazoo, and the credentials to test there.
import 'server-only'
import { env } from '../../env.ts'
import { Rejected } from '../../errors.ts'
import type { CredentialsToken } from '../../kazoo/ids.ts'
import type { Credentials } from '../../store/credentials.ts'
import { realmToFind } from '../../views/realm.ts'
import type { Platform } from '../../views/trial.ts'

/** The input that a connection test needs. `origin` is ignored for the hosted platform. */
export type ConnectionInput = {
  platform: Platform
  origin: string
  realm: string
  token: { method: 'md5' | 'sha'; text: CredentialsToken }
}

/** The hash method by the length of the token, or null when it is neither md5 nor sha1 in hex. */
export function methodOf(length: number): 'md5' | 'sha' | null {
  if (length === 32) return 'md5'
  return length === 40 ? 'sha' : null
}

/** The address to test. */
export function originOf({ platform, origin }: Pick<ConnectionInput, 'platform' | 'origin'>): string {
  return platform === 'hosted' ? env().kazooHostedOrigin : origin
}

/**
 * The credentials as Kazoo's user_auth takes them.
 * @throws Rejected at `realm`
 */
export function credentialsIn({ realm, token }: ConnectionInput): Credentials {
  const found = realmToFind(realm)
  if (found === null) throw new Rejected({ realm: 'rules.trial.realm' })
  return { kind: 'user', account: { realm: found }, method: token.method, token: token.text }
}
