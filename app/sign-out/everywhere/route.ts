import { answerSignOut } from '../../../lib/web/sign-out.ts'

/** Ends every session that the person has. A navigation for the same reason as signing out here. */
export async function POST(): Promise<Response> {
  return answerSignOut('everywhere')
}
