import { answerExport } from '../../../../lib/web/export.ts'

/** All that is held of the tenant, as a download. */
export async function POST(): Promise<Response> {
  return answerExport()
}
