// Answers downloads for signed-in viewers: a plain POST, because it is recorded in the audit log, and an
// action cannot answer with a file.
import 'server-only'
import { getTimeZone } from 'next-intl/server'
import { exportEvents } from '../domain/audit/export.ts'
import { exportTenantData } from '../domain/connection/export.ts'
import { StepUpNeeded } from '../domain/member/require-step-up.ts'
import { SignedOut, UserFacingError, Unavailable } from '../errors.ts'
import { log } from '../log.ts'
import { currentRequest } from '../session/request.ts'
import type { Viewer } from '../session/viewer.ts'
import { EXPORT_FORMATS } from '../views/audit.ts'
import { textsOf } from '../views/form-check.ts'
import { auditQuery } from './audit-query.ts'
import { outageOf } from './outage.ts'
import { requireSameOrigin } from './same-origin.ts'
import { translate } from './translate.ts'
import { currentViewer } from './viewer.ts'

const AUDIT_TYPES = { csv: 'text/csv', jsonl: 'application/jsonl' } as const

/** The audit log as a file, for a form that names its format and the filter. */
export async function answerAuditExport(form: FormData): Promise<Response> {
  const texts = textsOf(form)
  const format = EXPORT_FORMATS.find((each) => each === texts['format']) ?? 'csv'
  const query = auditQuery(texts)
  const zone = await getTimeZone()
  const name = `audit-${new Date().toISOString().slice(0, 10)}.${format}`
  return answerDownload({ type: AUDIT_TYPES[format], name, from: '/audit' }, (viewer) =>
    exportEvents(viewer, query, zone, format),
  )
}

/** All stored data of the tenant, as one JSON document. */
export async function answerTenantExport(): Promise<Response> {
  const name = `portal-${new Date().toISOString().slice(0, 10)}.json`
  return answerDownload({ type: 'application/json', name, from: '/connection' }, exportTenantData)
}

/** The name of the file for the browser; `from` is the page to which a sign-in or a step-up leads back. */
type DownloadFile = { type: string; name: string; from: string }

/** The chunks as they are created; or a redirect to the step-up, or a message in plain text. */
async function answerDownload(
  { type, name, from }: DownloadFile,
  make: (viewer: Viewer) => AsyncGenerator<string> | Promise<AsyncGenerator<string>>,
): Promise<Response> {
  try {
    await requireSameOrigin()
    const viewer = await currentViewer()
    if (viewer === null) throw new SignedOut()
    const chunks = await make(viewer)
    // Every refusal is thrown before the first chunk.
    const first = await chunks.next()
    return new Response(streamOf(first.done === true ? '' : first.value, chunks), {
      headers: {
        'Content-Type': `${type}; charset=utf-8`,
        'Content-Disposition': `attachment; filename="${name}"`,
        'Cache-Control': 'no-store',
      },
    })
  } catch (error) {
    if (error instanceof SignedOut) return redirectTo(`/sign-in?next=${encodeURIComponent(from)}`)
    if (error instanceof StepUpNeeded) return redirectTo(`/prove?next=${encodeURIComponent(from)}`)
    if (!(error instanceof UserFacingError)) throw error
    return refusal(error)
  }
}

function streamOf(first: string, rest: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(first)),
    async pull(controller) {
      const { done, value } = await rest.next()
      if (done === true) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: async () => void (await rest.return(undefined)),
  })
}

function redirectTo(location: string): Response {
  return new Response(null, { status: 303, headers: { Location: location } })
}

async function refusal(cause: UserFacingError): Promise<Response> {
  const { reference } = currentRequest()
  log.warn('a download was refused', { error: cause, reference })
  const lines = await Promise.all(
    [cause.userMessage, { key: 'messages.reference', values: { reference } } as const].map(translate),
  )
  const status =
    cause instanceof Unavailable
      ? outageOf(cause).status
      : ({ Forbidden: 403, NotFound: 404 }[cause.name] ?? 503)
  return new Response(`${lines.join('\n')}\n`, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
}
