import { answerSignOut } from '../../../lib/web/sign-out.ts'

/** Ends all sessions of the viewer, by a plain POST for the same reason as `/sign-out`. */
export async function POST(): Promise<Response> {
  return answerSignOut('everywhere')
}
