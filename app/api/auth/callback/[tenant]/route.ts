import type { NextRequest } from 'next/server'
import { answerSignOn } from '../../../../../lib/web/sign-on-answer.ts'

/** The redirect back from a tenant's identity provider. */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<{ tenant: string }> },
): Promise<Response> {
  return answerSignOn((await params).tenant, request.nextUrl.searchParams)
}
