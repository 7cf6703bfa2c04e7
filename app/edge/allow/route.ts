import type { NextRequest } from 'next/server'
import { answerEdge } from '../../../lib/web/edge.ts'

/** Whether the edge may request a certificate for a host (Caddy's `on_demand_tls ask`). */
export async function GET(request: NextRequest): Promise<Response> {
  return answerEdge(request.nextUrl.searchParams)
}
