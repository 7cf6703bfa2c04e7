import { answerAuditExport } from '../../../../lib/web/audit-export.ts'

/** The trail, or what a filter leaves of it, as a download. */
export async function POST(request: Request): Promise<Response> {
  return answerAuditExport(await request.formData())
}
