// Runs jobs repeatedly, in every process of the portal at once: what must happen once is decided in Postgres,
// not here.
import 'server-only'
import { log } from '../log.ts'
import { listenTo } from '../store/notifications.ts'

/** What a job gets: the time, and whether it should end because the process does. */
export type JobContext = { now: () => Date; ending: () => boolean }
/** `runsOnNotify`: it also runs whenever the channel is notified. */
export type Job = {
  name: string
  everyMs: number
  runsOnNotify: boolean
  run: (context: JobContext) => Promise<void>
}
export type Scheduler = { stop(): Promise<void> }

/**
 * Starts the jobs, each at its own pace and never twice at a time in this process. A failed run is logged,
 * and the job runs again at its next time.
 */
export function startScheduler(jobs: readonly Job[], channel: string, now = () => new Date()): Scheduler {
  const end = new AbortController()
  const running = jobs.map((job) => repeat(job, now, end.signal))
  const listener = listenTo(channel, () => {
    for (const { wake } of running.filter(({ runsOnNotify }) => runsOnNotify)) wake()
  })
  return {
    /** Starts no more runs, and waits for those under way. */
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
      // A notification that arrived meanwhile may be about something that this run did not see.
      if (!wakeRequested) await pause(everyMs, (resume) => (resumeNow = resume))
    }
  }
  return { wake, runsOnNotify, ended: loop() }
}

/** Varied a little: processes that were started together need not query together. */
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
