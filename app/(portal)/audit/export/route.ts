import { answerAuditExport } from '../../../../lib/web/download.ts'

/** Downloads the audit log, filtered or whole. */
export async function POST(request: Request): Promise<Response> {
  // Without a form body, the whole log.
  return answerAuditExport(await request.formData().catch(() => new FormData()))
}
