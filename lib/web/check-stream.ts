// Streams the checks of a connection or a domain line by line while they run, with the result as the last
// line.
import 'server-only'
import type { z } from 'zod'
import { checkHost } from '../domain/connection/check.ts'
import { checkDomain } from '../domain/custom-domain/check.ts'
import { SignedOut, UserFacingError } from '../errors.ts'
import type { LocalizedMessage } from '../i18n/message-key.ts'
import { log } from '../log.ts'
import { currentRequest } from '../session/request.ts'
import type { DomainCheckLine } from '../views/custom-domain.ts'
import { readForm } from '../views/form-check.ts'
import type { CheckLine } from '../views/trial.ts'
import { lineStream } from './line-stream.ts'
import { requireSameOrigin } from './same-origin.ts'
import { translate, translateFields } from './translate.ts'
import { currentViewer, type Viewer } from './viewer.ts'

type Finding = { step: string; ok: boolean; message: LocalizedMessage; warning?: boolean }

/** Answers a posted form with the findings of `check`. A client that goes away ends the check. */
export async function checkStream<In>(
  request: Request,
  input: z.ZodType<In>,
  check: (value: In) => AsyncIterable<Finding>,
): Promise<Response> {
  const form = await request.formData().catch(() => null)
  return lineStream(async (send: (line: CheckLine) => void, signal) => {
    const refused = await reasonToRefuse(async () => {
      const parsed = readForm(input, form)
      if (!parsed.ok) {
        const fields = await translateFields(parsed.faults)
        return send({ kind: 'refused', message: await translate('messages.correct'), fields })
      }
      for await (const { step, ok, message, warning = false } of check(parsed.value)) {
        if (signal.aborted) return undefined
        send({ kind: 'finding', step, ok, warning, message: await translate(message) })
      }
      return undefined
    })
    if (refused !== null) send({ kind: 'refused', message: refused, fields: {} })
  })
}

/**
 * The findings at another address, for the viewer.
 * @throws SignedOut, and as `checkHost`
 */
export async function* checkHostAsViewer({
  origin,
  credentials,
}: {
  origin: string
  credentials: Parameters<typeof checkHost>[2]
}): ReturnType<typeof checkHost> {
  yield* checkHost(await signedIn(), origin, credentials)
}

/**
 * Answers a posted `host` with the current answers of its DNS, for the viewer. A client that goes away ends
 * the check.
 */
export async function domainCheckStream(
  request: Request,
  input: z.ZodType<{ host: string }>,
): Promise<Response> {
  const form = await request.formData().catch(() => null)
  return lineStream(async (send: (line: DomainCheckLine) => void, signal) => {
    const refused = await reasonToRefuse(async () => {
      const viewer = await signedIn()
      const parsed = readForm(input, form)
      for await (const line of checkDomain(viewer, parsed.ok ? parsed.value.host : '')) {
        if (signal.aborted) return
        send(line)
      }
    })
    if (refused !== null) send({ kind: 'refused', message: refused })
  })
}

/** Runs a check that our own page requested. Returns the message of its failure, or null. */
async function reasonToRefuse(check: () => Promise<void>): Promise<string | null> {
  try {
    await requireSameOrigin()
    await check()
    return null
  } catch (error) {
    const { reference } = currentRequest()
    const expected = error instanceof UserFacingError
    log[expected ? 'info' : 'error']('a check was refused', { error, reference })
    return translate(expected ? error.userMessage : 'messages.fault')
  }
}

async function signedIn(): Promise<Viewer> {
  const viewer = await currentViewer()
  if (viewer === null) throw new SignedOut()
  return viewer
}
