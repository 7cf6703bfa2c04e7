// Where this request is: the canonical origin that the portal has here, never what a header says (security.md row 12).
import 'server-only'
import { env } from '../env.ts'

/** The origin under which the page is shown. */
export function originHere(): string {
  return env().portalOrigin
}
