// Decides which issuers serve a single company: with a public issuer, any client could claim an address
// there.
import 'server-only'

/**
 * Microsoft's sign-in for all clouds: the first part of the path is a directory, or a word for many of them.
 */
const MICROSOFT =
  /^https:\/\/(?:login\.microsoftonline\.(?:com|us)|login\.partner\.microsoftonline\.cn|login\.windows\.net|sts\.windows\.net)(?:\/|$)/i
const DIRECTORY = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** The directory of personal Microsoft accounts. */
const PERSONAL = '9188040d-6c67-4c5b-b112-36a304b66dad'

/**
 * Whether an issuer serves users of every company, such as Microsoft's `common`: their addresses prove
 * nothing.
 */
export function isPublicIssuer(issuer: string): boolean {
  if (!MICROSOFT.test(issuer)) return false
  const directory = directoryOf(issuer)
  return !DIRECTORY.test(directory) || directory === PERSONAL
}

/**
 * Whether an answer is from this very issuer, which serves a single company, and from its own directory, if
 * it names one (`tid`).
 */
export function isFromIssuer(issuer: string, { iss, tid }: { iss: string; tid?: unknown }): boolean {
  return iss === issuer && !isPublicIssuer(issuer) && isOfDirectory(issuer, tid)
}

function isOfDirectory(issuer: string, tid: unknown): boolean {
  if (!MICROSOFT.test(issuer)) return true
  return tid === undefined || (typeof tid === 'string' && tid.toLowerCase() === directoryOf(issuer))
}

function directoryOf(issuer: string): string {
  return (URL.parse(issuer)?.pathname.split('/')[1] ?? '').toLowerCase()
}
