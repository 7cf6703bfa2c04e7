// What Kazoo's keys are called, for documents whose every key nobody knows: secrets, and what is dialled or
// written to.
import 'server-only'

const SECRET =
  /^(?:pass|passw.*|passc.*|passp.*|pins?|auth|authorization|otp|hash)$|secret|token|credential|passw|keys?$/
const DIALLED = /^(?:urls?|uris?|webhooks?|hooks?)$/
const CONTACT = /^(?:e?mails?|callbacks?)$/

function wordsIn(key: string): string[] {
  return key
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
}

/** Whether what stands at `key` is for nobody to see: passwords, PINs, tokens, keys. */
export function isSecretKey(key: string): boolean {
  return wordsIn(key).some((word) => SECRET.test(word))
}

/** Whether Kazoo will dial what stands at `key`. */
export function isUrlKey(key: string): boolean {
  return wordsIn(key).some((word) => DIALLED.test(word))
}

/** Whether something is sent to what stands at `key`. */
export function isContactKey(key: string): boolean {
  return isUrlKey(key) || wordsIn(key).some((word) => CONTACT.test(word))
}
