import { answerTenantExport } from '../../../../lib/web/download.ts'

/** All that is held of the tenant, as a download. */
export async function POST(): Promise<Response> {
  return answerTenantExport()
}
