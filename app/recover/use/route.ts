import { openReset } from '../../../lib/web/open-link.ts'

/** The link in Kazoo's recovery mail. */
export async function GET(request: Request): Promise<Response> {
  return openReset(request)
}
