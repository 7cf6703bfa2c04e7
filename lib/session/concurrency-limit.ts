// So many at a time: the others of the same name wait for their turn, in this process.
import 'server-only'

/** More than this wait for nobody. */
const MOST_WAITING = 500

const queues = new Map<string, { busy: number; waiting: (() => void)[] }>()

/** Runs `work` once fewer than `most` of this name are under way. Null, without running it, where the queue is too long. */
export async function limitConcurrency<T>(
  name: string,
  most: number,
  work: () => Promise<T>,
): Promise<T | null> {
  const queue = queues.get(name) ?? { busy: 0, waiting: [] }
  queues.set(name, queue)
  if (queue.waiting.length >= MOST_WAITING) return null
  if (queue.busy >= most) await new Promise<void>((resolve) => queue.waiting.push(resolve))
  else queue.busy += 1
  try {
    return await work()
  } finally {
    const next = queue.waiting.shift()
    if (next !== undefined) next()
    else if ((queue.busy -= 1) === 0) queues.delete(name)
  }
}
