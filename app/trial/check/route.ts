import { checkConnection } from '../../../lib/domain/trial/trial.ts'
import { checkStream } from '../../../lib/web/check-stream.ts'
import { connectionCheckInput } from '../../../lib/actions/trial-input.ts'

/** The check of a connection as a stream of lines: an action would answer only when all of it is done. */
export async function POST(request: Request): Promise<Response> {
  return checkStream(request, connectionCheckInput, checkConnection)
}
