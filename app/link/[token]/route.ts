import { openLink } from '../../../lib/web/open-link.ts'

/** A link from a mail. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  return openLink((await params).token)
}
