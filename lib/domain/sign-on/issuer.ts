// Which issuers stand for one company, and which for everybody: by the latter, anybody could say that they
// have an address there.
import 'server-only'

/**
 * Microsoft's sign-in for all clouds: the first part of the path is a directory, or a word for many of them.
 */
const MICROSOFT =
  /^https:\/\/(?:login\.microsoftonline\.(?:com|us)|login\.partner\.microsoftonline\.cn|login\.windows\.net|sts\.windows\.net)(?:\/|$)/i
const DIRECTORY = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** The directory of everybody's personal accounts. */
const PERSONAL = '9188040d-6c67-4c5b-b112-36a304b66dad'

/**
 * Whether an issuer lets in people of every company, such as Microsoft's `common`: what they say of their
 * addresses is worth nothing.
 */
export function isForEverybody(issuer: string): boolean {
  if (!MICROSOFT.test(issuer)) return false
  const directory = directoryOf(issuer)
  return !DIRECTORY.test(directory) || directory === PERSONAL
}

/**
 * Whether an answer is of this very issuer, which lets in one company alone, and of its own directory, where
 * it names one (`tid`).
 */
export function isOfIssuer(issuer: string, { iss, tid }: { iss: string; tid?: unknown }): boolean {
  return iss === issuer && !isForEverybody(issuer) && isOfDirectory(issuer, tid)
}

function isOfDirectory(issuer: string, tid: unknown): boolean {
  if (!MICROSOFT.test(issuer)) return true
  return tid === undefined || (typeof tid === 'string' && tid.toLowerCase() === directoryOf(issuer))
}

function directoryOf(issuer: string): string {
  return (URL.parse(issuer)?.pathname.split('/')[1] ?? '').toLowerCase()
}
