import { hostInput } from '../../../../../lib/actions/domain-input.ts'
import { domainCheckStream } from '../../../../../lib/web/check-stream.ts'

/** What the DNS of a domain answers now, as a stream of lines. */
export async function POST(request: Request): Promise<Response> {
  return domainCheckStream(request, hostInput)
}
