import { answerAuditExport } from '../../../../lib/web/download.ts'

/** The trail, or what a filter leaves of it, as a download. */
export async function POST(request: Request): Promise<Response> {
  // A body that is no form asks for all of it.
  return answerAuditExport(await request.formData().catch(() => new FormData()))
}
