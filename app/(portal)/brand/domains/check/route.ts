import { hostInput } from '../../../../../lib/actions/domain-input.ts'
import { domainCheckStream } from '../../../../../lib/web/check-stream.ts'

/** Checks the DNS records of a custom domain; answers with a stream of lines. */
export async function POST(request: Request): Promise<Response> {
  return domainCheckStream(request, hostInput)
}
