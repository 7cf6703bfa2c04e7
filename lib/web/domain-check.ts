// The check of a domain, told line by line while it runs: one JSON object a line (application/x-ndjson), and at the end how it stands.
import 'server-only'
import { checkDomain } from '../domain/custom-domain/check.ts'
import { SignedOut, UserFacingError } from '../errors.ts'
import { log } from '../log.ts'
import { currentRequest } from '../session/request.ts'
import type { DomainCheckLine } from '../views/custom-domain.ts'
import { readForm } from '../views/form-check.ts'
import type { LocalizedMessage } from '../i18n/message-key.ts'
import { hostInput } from './domain-input.ts'
import { requireSameOrigin } from './same-origin.ts'
import { translate } from './translate.ts'
import { currentViewer } from './viewer.ts'

/** Answers a posted `host` with what its DNS says now, for whoever is signed in. Whoever goes away ends it. */
export async function domainCheckStream(request: Request): Promise<Response> {
  const lines = linesOf(await request.formData().catch(() => null))
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await lines.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`))
    },
    cancel: async () => void (await lines.return(undefined)),
  })
  return new Response(body, {
    headers: { 'Content-Type': 'application/x-ndjson; charset=utf-8', 'Cache-Control': 'no-store' },
  })
}

async function* linesOf(form: FormData | null): AsyncGenerator<DomainCheckLine, undefined, undefined> {
  try {
    await requireSameOrigin()
    const viewer = await currentViewer()
    if (viewer === null) throw new SignedOut()
    const read = readForm(hostInput, form)
    yield* checkDomain(viewer, read.ok ? read.value.host : '')
  } catch (error) {
    const message: LocalizedMessage = error instanceof UserFacingError ? error.userMessage : 'messages.fault'
    log[error instanceof UserFacingError ? 'info' : 'error']('a check was refused', {
      error,
      reference: currentRequest().reference,
    })
    yield { kind: 'refused', message: await translate(message) }
  }
}
