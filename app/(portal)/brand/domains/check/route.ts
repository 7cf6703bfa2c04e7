import { domainCheckStream } from '../../../../../lib/web/domain-check.ts'

/** What the DNS of a domain answers now, as a stream of lines. */
export async function POST(request: Request): Promise<Response> {
  return domainCheckStream(request)
}
