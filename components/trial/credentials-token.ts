import { md5, sha1 } from '@noble/hashes/legacy.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

export type TokenMethod = 'md5' | 'sha1'

/**
 * What Kazoo's `user_auth` accepts in place of a password: the digest of `username:password` in lower-case
 * hex, the username in lower case as Kazoo stores it (docs/kazoo.md section 5.1). As good as the password
 * itself: it stays in the browser until the user sends it.
 */
export function credentialsTokenOf(username: string, password: string, method: TokenMethod): string {
  const bytes = utf8ToBytes(`${username.trim().toLowerCase()}:${password}`)
  return bytesToHex(method === 'md5' ? md5(bytes) : sha1(bytes))
}
