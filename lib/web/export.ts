// A download of all that is held: a plain POST, since it is written into the trail, and an action could not answer a file.
import 'server-only'
import { exportHeld } from '../domain/connection/export.ts'
import { StepUpNeeded } from '../domain/member/fresh.ts'
import { SignedOut, Told } from '../errors.ts'
import { log } from '../log.ts'
import { currentRequest } from '../session/request.ts'
import { currentViewer } from './viewer.ts'
import { requireSameOrigin } from './same-origin.ts'
import { tell } from './tell.ts'

/** The document, piece by piece as it is read; or the way to where a proof is given, or a sentence in plain text. */
export async function answerExport(): Promise<Response> {
  try {
    await requireSameOrigin()
    const viewer = await currentViewer()
    if (viewer === null) throw new SignedOut()
    const pieces = exportHeld(viewer)
    // Whatever speaks against it does so before the first piece.
    const first = await pieces.next()
    return new Response(streamOf(first.done === true ? '' : first.value, pieces), {
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': `attachment; filename="portal-${new Date().toISOString().slice(0, 10)}.json"`,
        'Cache-Control': 'no-store',
      },
    })
  } catch (error) {
    if (error instanceof SignedOut) return goTo('/sign-in?next=/connection')
    if (error instanceof StepUpNeeded) return goTo('/prove?next=/connection')
    if (!(error instanceof Told)) throw error
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

function goTo(location: string): Response {
  return new Response(null, { status: 303, headers: { Location: location } })
}

async function refusal(told: Told): Promise<Response> {
  const { reference } = currentRequest()
  log.warn('export refused', { error: told, reference })
  const lines = await Promise.all(
    [told.said, { sentence: 'said.reference', values: { reference } } as const].map(tell),
  )
  return new Response(`${lines.join('\n')}\n`, {
    status: told.name === 'Forbidden' ? 403 : 503,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
}
