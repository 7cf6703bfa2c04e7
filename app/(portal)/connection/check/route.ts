import { checkStream } from '../../../../lib/web/check-stream.ts'
import { checkHostAsViewer } from '../../../../lib/web/check-stream.ts'
import { addressInput } from '../../../../lib/actions/connection-input.ts'

/** Checks another address; answers with a stream of lines. */
export async function POST(request: Request): Promise<Response> {
  return checkStream(request, addressInput, checkHostAsViewer)
}
