import { checkStream } from '../../../lib/web/check-stream.ts'

/** The check of a connection as a stream of lines: an action would answer only when all of it is done. */
export async function POST(request: Request): Promise<Response> {
  return checkStream(request)
}
