import { checkStream } from '../../../../lib/web/check-stream.ts'
import { checkHostAsViewer } from '../../../../lib/web/check-stream.ts'
import { addressInput } from '../../../../lib/actions/connection-input.ts'

/** The check of another address as a stream of lines. */
export async function POST(request: Request): Promise<Response> {
  return checkStream(request, addressInput, checkHostAsViewer)
}
