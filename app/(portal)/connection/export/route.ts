import { answerTenantExport } from '../../../../lib/web/download.ts'

/** Downloads everything that is stored about the tenant. */
export async function POST(): Promise<Response> {
  return answerTenantExport()
}
