import { accountStart } from '../../../../lib/actions/account-input.ts'
import { creationStream } from '../../../../lib/web/creation-stream.ts'

/** Creates an account; answers with a stream of lines: each step, and at the end the result. */
export async function POST(request: Request): Promise<Response> {
  return creationStream(request, accountStart)
}
