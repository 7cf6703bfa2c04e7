// A download of the trail, as it is filtered.
import 'server-only'
import { getTimeZone } from 'next-intl/server'
import { exportEvents } from '../domain/audit/export.ts'
import { EXPORT_FORMATS } from '../views/audit.ts'
import { textsOf } from '../views/form-check.ts'
import { auditQuery } from './audit-query.ts'
import { answerDownload } from './download.ts'

const TYPES = { csv: 'text/csv', jsonl: 'application/jsonl' } as const

/** The file for a form that names its format and the filter. */
export async function answerAuditExport(form: FormData): Promise<Response> {
  const message = textsOf(form)
  const format = EXPORT_FORMATS.find((each) => each === message['format']) ?? 'csv'
  const query = auditQuery(message)
  const zone = await getTimeZone()
  const name = `audit-${new Date().toISOString().slice(0, 10)}.${format}`
  return answerDownload({ type: TYPES[format], name, from: '/audit' }, (viewer) =>
    exportEvents(viewer, query, zone, format),
  )
}
