// Makes the whole output JSON: what Next, Node or a library prints becomes a line of the log.
import { channel } from 'node:diagnostics_channel'
import { inspect, stripVTControlCharacters } from 'node:util'

/** Output outside the log. Once it is loaded, `lib/web/process-output.ts` takes over and blanks secrets. */
export type Output = { level: 'info' | 'warn' | 'error'; text: string }

const outputs = channel('portal.output')
const writeOut = process.stdout.write.bind(process.stdout)

/**
 * Turns every write to stdout and stderr, every warning of Node and every uncaught error into one JSON line.
 * What Node itself prints when it runs out of memory cannot be caught.
 */
export function writeJsonOnly(): void {
  for (const [stream, level] of [
    [process.stdout, 'info'],
    [process.stderr, 'warn'],
  ] as const)
    Object.assign(stream, { write: writer(level) })
  // Node's own listener writes directly to the file descriptor.
  process.removeAllListeners('warning')
  process.on('warning', (warning) => say('warn', warning))
  process.on('uncaughtException', (error) => {
    say('error', error)
    process.exit(1)
  })
  process.on('unhandledRejection', (reason) => {
    // Next listens too, and would write it a second time.
    if (process.listenerCount('unhandledRejection') === 1) say('error', reason)
  })
}

type Written = (error?: Error | null) => void

function writer(level: Output['level']) {
  return (chunk: string | Uint8Array, encoding?: BufferEncoding | Written, written?: Written): boolean => {
    const done = typeof encoding === 'function' ? encoding : written
    say(level, typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString())
    if (done) process.nextTick(done)
    return true
  }
}

function say(level: Output['level'], message: unknown): void {
  const text = stripVTControlCharacters(typeof message === 'string' ? message : inspect(message)).trim()
  if (text === '') return
  const output: Output = { level, text }
  if (outputs.hasSubscribers) return outputs.publish(output)
  const line = { level, time: new Date().toISOString(), pid: process.pid, event: 'process output', text }
  writeOut(`${JSON.stringify(line)}\n`)
}
