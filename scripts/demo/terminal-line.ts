// Which output of a portal is shown in the terminal: all of Next's, and of the log only problems.
import { z } from 'zod'

const Entry = z.object({
  level: z.enum(['warn', 'error']),
  event: z.string(),
  error: z.object({ message: z.string() }).optional(),
})

/**
 * The line as it is shown in a terminal; null for log entries that are not shown. The log file has all of
 * them.
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
