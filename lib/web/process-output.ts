// Sends the output that Next, Node and libraries write past the log through it: as JSON, and without secrets.
import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import { z } from 'zod'
import { log } from '../log.ts'

const Output = z.object({ level: z.enum(['info', 'warn', 'error']), text: z.string() })

/** From now on, logs what `scripts/serve/json-output.ts` hands over. */
export function logProcessOutput(): void {
  subscribe('portal.output', (output) => {
    const { data } = Output.safeParse(output)
    if (data) log[data.level]('process output', { text: data.text })
  })
}
