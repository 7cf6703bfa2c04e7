// The log is JSON to the last line: whatever Next, Node or a library writes beside it becomes a line of it.
import { channel } from 'node:diagnostics_channel'
import { inspect, stripVTControlCharacters } from 'node:util'

/**
 * What is written past the log: `lib/web/process-output.ts` takes it, once it is there, and blanks secrets in
 * it.
 */
export type Output = { level: 'info' | 'warn' | 'error'; text: string }

const outputs = channel('portal.output')
const writeOut = process.stdout.write.bind(process.stdout)

/**
 * From here on every write to stdout and stderr, every warning of Node and every error that nobody caught is
 * one JSON line. What Node itself writes when it dies of want of memory is beyond us.
 */
export function writeJsonOnly(): void {
  for (const [stream, level] of [
    [process.stdout, 'info'],
    [process.stderr, 'warn'],
  ] as const)
    Object.assign(stream, { write: writer(level) })
  // Node's own listener writes past the streams.
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
