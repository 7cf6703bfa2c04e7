// The check of a connection, told line by line while it runs: one JSON object a line (application/x-ndjson), and at the end how it went.
import 'server-only'
import { checkConnection } from '../domain/trial.ts'
import { Told } from '../errors.ts'
import { log } from '../log.ts'
import { currentRequest } from '../session/request.ts'
import { readForm } from '../views/form-check.ts'
import type { CheckLine } from '../views/trial.ts'
import type { Said } from '../words/said.ts'
import { requireSameOrigin } from './same-origin.ts'
import { tell, tellEach } from './tell.ts'
import { connectionCheckInput } from './trial-input.ts'

/** Answers a posted form with lines of the check. Whoever goes away ends it. */
export async function checkStream(request: Request): Promise<Response> {
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

async function* linesOf(form: FormData | null): AsyncGenerator<CheckLine, undefined, undefined> {
  try {
    await requireSameOrigin()
    const read = readForm(connectionCheckInput, form)
    if (!read.ok) {
      yield { kind: 'refused', message: await tell('said.correct'), fields: await tellEach(read.faults) }
      return
    }
    for await (const { step, ok, sentence } of checkConnection(read.value)) {
      yield { kind: 'finding', step, ok, sentence: await tell(sentence) }
    }
  } catch (error) {
    const said: Said = error instanceof Told ? error.said : 'said.fault'
    const { reference } = currentRequest()
    log[error instanceof Told ? 'info' : 'error']('a check was refused', { error, reference })
    yield { kind: 'refused', message: await tell(said), fields: {} }
  }
}
