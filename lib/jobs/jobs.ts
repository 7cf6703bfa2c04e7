// Lists all background jobs, and how often each runs.
import 'server-only'
import { forwardAuditLogs } from '../domain/audit/forward.ts'
import { settleEvents } from '../domain/audit/settle.ts'
import { removeDueTenants } from '../domain/connection/disconnect.ts'
import { recheckDomains } from '../domain/custom-domain/recheck.ts'
import { recheckMailDomains } from '../domain/mail-domain/recheck.ts'
import { answerCustomerReset, CUSTOMER_RESET_JOB } from '../domain/customer/ask-recovery.ts'
import { answerReset, RESET_JOB } from '../domain/auth/recovery-answer.ts'
import { remindOfCredentials, remindOfTrials } from '../domain/trial/reminder.ts'
import { log } from '../log.ts'
import type { Mailer } from '../mail/smtp.ts'
import { deleteExpiredEvents } from '../store/audit-settings.ts'
import { runJob } from '../store/jobs.ts'
import { deleteExpiredLinks } from '../store/links.ts'
import { deleteOldMails } from '../store/outbox-state.ts'
import type { JobContext, Job } from './scheduler.ts'
import { deliverMails } from './deliver-mail.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** The jobs of a portal; without a mailer, mails wait. */
export function jobsOf(mailer: Mailer | null): readonly Job[] {
  const mails: Job[] =
    mailer === null
      ? []
      : [
          {
            name: 'mails',
            everyMs: 15 * SECOND,
            runsOnNotify: true,
            run: async (context) => void (await deliverMails(mailer, context)),
          },
        ]
  return [
    ...mails,
    { name: 'jobs', everyMs: 30 * SECOND, runsOnNotify: true, run: runJobs },
    {
      name: 'domains',
      everyMs: 15 * SECOND,
      runsOnNotify: false,
      run: async (context) => void (await recheckDomains(context)),
    },
    { name: 'unfinished events', everyMs: 15 * SECOND, runsOnNotify: false, run: settle },
    {
      name: 'mail domains',
      everyMs: 15 * SECOND,
      runsOnNotify: false,
      run: async (context) => void (await recheckMailDomains(context)),
    },
    { name: 'trails', everyMs: 5 * SECOND, runsOnNotify: false, run: forward },
    { name: 'reminders', everyMs: 10 * MINUTE, runsOnNotify: false, run: remind },
    { name: 'forgetting', everyMs: HOUR, runsOnNotify: false, run: deleteExpired },
  ]
}

async function runJobs({ now, ending }: JobContext): Promise<void> {
  const runNext = () =>
    runJob(now(), async (job) => {
      if (job.kind === RESET_JOB) return answerReset(job, now())
      if (job.kind === CUSTOMER_RESET_JOB) return answerCustomerReset(job, now())
      log.error('nobody knows how to do this job', { kind: job.kind })
    })
  while (!ending() && (await runNext()));
}

async function settle({ now, ending }: JobContext): Promise<void> {
  await settleEvents(now, ending)
}

async function forward({ now, ending }: JobContext): Promise<void> {
  await forwardAuditLogs(now, ending)
}

async function remind({ now }: JobContext): Promise<void> {
  const trials = await remindOfTrials(now())
  const credentials = await remindOfCredentials(now())
  if (trials + credentials > 0) log.info('reminders written', { trials, credentials })
}

async function deleteExpired({ now }: JobContext): Promise<void> {
  const links = await deleteExpiredLinks(new Date(now().getTime() - DAY))
  const mails = await deleteOldMails(new Date(now().getTime() - 30 * DAY))
  const events = await deleteExpiredEvents(now())
  const tenants = await removeDueTenants(now())
  if (links + mails + events + tenants > 0) log.info('forgotten', { links, mails, events, tenants })
}
