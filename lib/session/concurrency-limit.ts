// Limits how much work of one name runs at a time in this process; the rest waits.
import 'server-only'

/** How many may wait under one name. */
const MAX_WAITING = 500

const queues = new Map<string, { busy: number; waiting: (() => void)[] }>()

/**
 * Runs `work` once fewer than `limit` of this name are running. Null, without running it, when too many wait.
 */
export async function limitConcurrency<T>(
  name: string,
  limit: number,
  work: () => Promise<T>,
): Promise<T | null> {
  const queue = queues.get(name) ?? { busy: 0, waiting: [] }
  queues.set(name, queue)
  if (queue.waiting.length >= MAX_WAITING) return null
  if (queue.busy >= limit) await new Promise<void>((resolve) => queue.waiting.push(resolve))
  else queue.busy += 1
  try {
    return await work()
  } finally {
    const next = queue.waiting.shift()
    if (next !== undefined) next()
    else if ((queue.busy -= 1) === 0) queues.delete(name)
  }
}
