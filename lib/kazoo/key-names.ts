// Recognises Kazoo's keys by name, in documents whose keys are not all known: secrets, and what is dialled or
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

/** Whether nobody may see the value of `key`: passwords, PINs, tokens, keys. */
export function isSecretKey(key: string): boolean {
  return wordsIn(key).some((word) => SECRET.test(word))
}

/** Whether Kazoo will dial the value of `key`. */
export function isUrlKey(key: string): boolean {
  return wordsIn(key).some((word) => DIALLED.test(word))
}

/** Whether something is sent to the value of `key`. */
export function isContactKey(key: string): boolean {
  return isUrlKey(key) || wordsIn(key).some((word) => CONTACT.test(word))
}
