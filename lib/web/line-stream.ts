// Answers a request line by line while its work runs: one JSON object per line (application/x-ndjson).
import 'server-only'

/**
 * Streams every line that `run` sends. `signal` is aborted when the client goes away; lines that are sent
 * afterwards are dropped. `run` handles its own errors: one that it throws breaks the stream off.
 */
export function lineStream(
  run: (send: (line: object) => void, signal: AbortSignal) => Promise<void>,
): Response {
  const disconnected = new AbortController()
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (line: object) => {
        if (!disconnected.signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`))
      }
      await run(send, disconnected.signal)
      if (!disconnected.signal.aborted) controller.close()
    },
    cancel: () => disconnected.abort(),
  })
  return new Response(body, {
    headers: { 'Content-Type': 'application/x-ndjson; charset=utf-8', 'Cache-Control': 'no-store' },
  })
}
