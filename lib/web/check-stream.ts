// The check of a connection, told line by line while it runs: one JSON object a line (application/x-ndjson), and at the end how it went.
import 'server-only'
import type { z } from 'zod'
import { UserFacingError } from '../errors.ts'
import { log } from '../log.ts'
import { currentRequest } from '../session/request.ts'
import { readForm } from '../views/form-check.ts'
import type { CheckLine } from '../views/trial.ts'
import type { LocalizedMessage } from '../i18n/message-key.ts'
import { requireSameOrigin } from './same-origin.ts'
import { translate, translateFields } from './translate.ts'

type Found = { step: string; ok: boolean; message: LocalizedMessage; limit?: boolean }

/** Answers a posted form with what `check` finds, line by line. Whoever goes away ends it. */
export async function checkStream<In>(
  request: Request,
  input: z.ZodType<In>,
  check: (asked: In) => AsyncIterable<Found>,
): Promise<Response> {
  const lines = linesOf(await request.formData().catch(() => null), input, check)
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

async function* linesOf<In>(
  form: FormData | null,
  input: z.ZodType<In>,
  check: (asked: In) => AsyncIterable<Found>,
): AsyncGenerator<CheckLine, undefined, undefined> {
  try {
    await requireSameOrigin()
    const read = readForm(input, form)
    if (!read.ok) {
      yield {
        kind: 'refused',
        message: await translate('messages.correct'),
        fields: await translateFields(read.faults),
      }
      return
    }
    for await (const { step, ok, message, limit = false } of check(read.value)) {
      yield { kind: 'finding', step, ok, limit, message: await translate(message) }
    }
  } catch (error) {
    const message: LocalizedMessage = error instanceof UserFacingError ? error.userMessage : 'messages.fault'
    const { reference } = currentRequest()
    log[error instanceof UserFacingError ? 'info' : 'error']('a check was refused', { error, reference })
    yield { kind: 'refused', message: await translate(message), fields: {} }
  }
}
