import { answerSignOut } from '../../lib/web/sign-out.ts'

/**
 * Ends the session. A plain POST and no action: only a full page load removes the pages from the browser's
 * memory.
 */
export async function POST(): Promise<Response> {
  return answerSignOut('here')
}
