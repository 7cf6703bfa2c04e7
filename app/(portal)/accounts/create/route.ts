import { accountStart } from '../../../../lib/actions/account-input.ts'
import { creationStream } from '../../../../lib/web/creation-stream.ts'

/** The creation of an account as a stream of lines: what is being done, and at the end how it went. */
export async function POST(request: Request): Promise<Response> {
  return creationStream(request, accountStart)
}
