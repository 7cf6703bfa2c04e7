import { checkConnection } from '../../../lib/domain/trial/trial.ts'
import { checkStream } from '../../../lib/web/check-stream.ts'
import { connectionCheckInput } from '../../../lib/actions/trial-input.ts'

/** Checks a connection; answers with a stream of lines, because an action would answer only at the end. */
export async function POST(request: Request): Promise<Response> {
  return checkStream(request, connectionCheckInput, checkConnection)
}
