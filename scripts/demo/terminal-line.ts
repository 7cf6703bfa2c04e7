// What of a portal's output is worth a line in the terminal: all that Next says, and of the log what went
// wrong.
import { z } from 'zod'

const Entry = z.object({
  level: z.enum(['warn', 'error']),
  event: z.string(),
  error: z.object({ message: z.string() }).optional(),
})

/**
 * The line as a reader at a terminal wants it; null for an entry of the log that nobody waits for. The log
 * file has all of it.
 */
export function terminalLine(line: string): string | null {
  if (!line.startsWith('{"level":')) return line
  const { data } = Entry.safeParse(parsed(line))
  if (data === undefined) return null
  return `${data.level}: ${data.event}${data.error === undefined ? '' : ` (${data.error.message})`}`
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
