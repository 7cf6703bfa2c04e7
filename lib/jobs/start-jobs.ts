// Starts the scheduler of this process as the environment configures it: at boot, until the process is asked
// to end.
import 'server-only'
import { env } from '../env.ts'
import { log } from '../log.ts'
import { openMailer } from '../mail/smtp.ts'
import { OUTBOX_CHANNEL } from '../store/outbox.ts'
import { startScheduler, type Scheduler } from './scheduler.ts'
import { jobsOf } from './jobs.ts'

/**
 * Starts the scheduler. Without `SMTP_URL` it logs that mails wait for a portal that has one, at most a day.
 */
export function startJobs(now?: () => Date): Scheduler {
  const { smtpUrl, mailFrom } = env()
  const mailer = smtpUrl === null || mailFrom === null ? null : openMailer(smtpUrl, mailFrom)
  if (mailer === null) log.warn('SMTP_URL is not set: mails wait, and nobody gets a link')
  const scheduler = startScheduler(jobsOf(mailer), OUTBOX_CHANNEL, now)
  return {
    stop: async () => {
      await scheduler.stop()
      mailer?.close()
    },
  }
}
