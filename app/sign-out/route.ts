import { answerSignOut } from '../../lib/web/sign-out.ts'

/** Ends the session. A plain POST and no action, because only a full navigation leaves no page in the browser's memory. */
export async function POST(): Promise<Response> {
  return answerSignOut('here')
}
