// A download of all that is held.
import 'server-only'
import { exportTenantData } from '../domain/connection/export.ts'
import { answerDownload } from './download.ts'

/** The document, piece by piece as it is read. */
export async function answerExport(): Promise<Response> {
  const name = `portal-${new Date().toISOString().slice(0, 10)}.json`
  return answerDownload({ type: 'application/json', name, from: '/connection' }, exportTenantData)
}
