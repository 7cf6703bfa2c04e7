// Runs jobs again and again, in every process of the portal at once: what must happen once is decided in
// Postgres, not here.
import 'server-only'
import { log } from '../log.ts'
import { listenTo } from '../store/notifications.ts'

/** What a job is told: the time, and whether it should come to an end because the process does. */
export type JobContext = { now: () => Date; ending: () => boolean }
/** `every` is in ms; `woken`: it also runs whenever the channel is notified. */
export type Job = {
  name: string
  everyMs: number
  runsOnNotify: boolean
  run: (context: JobContext) => Promise<void>
}
export type Scheduler = { stop(): Promise<void> }

/**
 * Starts the jobs, each at its own pace and never twice at a time here. A failed one is logged, and comes
 * again at its time.
 */
export function startScheduler(jobs: readonly Job[], channel: string, now = () => new Date()): Scheduler {
  const end = new AbortController()
  const running = jobs.map((job) => repeat(job, now, end.signal))
  const listener = listenTo(channel, () => {
    for (const { wake } of running.filter(({ runsOnNotify }) => runsOnNotify)) wake()
  })
  return {
    /** Begins nothing more, and waits for what is under way. */
    stop: async () => {
      end.abort()
      await listener.stop()
      await Promise.all(running.map(({ ended }) => ended))
    },
  }
}

function repeat({ name, everyMs, runsOnNotify, run }: Job, now: () => Date, end: AbortSignal) {
  let wakeRequested = false
  let resumeNow: (() => void) | null = null
  const wake = () => {
    wakeRequested = true
    resumeNow?.()
  }
  end.addEventListener('abort', wake)
  const loop = async (): Promise<void> => {
    while (!end.aborted) {
      wakeRequested = false
      try {
        await run({ now, ending: () => end.aborted })
      } catch (error) {
        log.warn('an errand of the clock failed', { job: name, error })
      }
      // A notice that came meanwhile may be of something that this run did not see.
      if (!wakeRequested) await pause(everyMs, (resume) => (resumeNow = resume))
    }
  }
  return { wake, runsOnNotify, ended: loop() }
}

/** Not to the millisecond: processes that were started together need not ask together. */
async function pause(ms: number, interruptible: (resume: () => void) => void): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms * (0.9 + Math.random() * 0.2))
    timer.unref()
    interruptible(() => {
      clearTimeout(timer)
      resolve()
    })
  })
}
