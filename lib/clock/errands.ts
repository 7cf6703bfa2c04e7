// Everything the clock does, and how often.
import 'server-only'
import { sendTrails } from '../domain/audit/send.ts'
import { settleEvents } from '../domain/audit/settle.ts'
import { removeDueTenants } from '../domain/connection/leave.ts'
import { recheckDomains } from '../domain/domain/recheck.ts'
import { recheckMailDomains } from '../domain/mail-domain/recheck.ts'
import { answerCustomerReset, CUSTOMER_RESET_JOB } from '../domain/customer/ask-recovery.ts'
import { answerReset, RESET_JOB } from '../domain/recovery-answer.ts'
import { remindOfCredentials, remindOfTrials } from '../domain/reminder.ts'
import { log } from '../log.ts'
import type { Mailer } from '../mail/smtp.ts'
import { forgetAuditEvents } from '../store/audit-settings.ts'
import { runJob } from '../store/jobs.ts'
import { forgetLinks } from '../store/links.ts'
import { forgetMails } from '../store/outbox-state.ts'
import type { Beat, Errand } from './clock.ts'
import { deliverMails } from './deliver.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** The errands of a portal; without a mailer, mails wait. */
export function errandsOf(mailer: Mailer | null): readonly Errand[] {
  const mails: Errand[] =
    mailer === null
      ? []
      : [
          {
            name: 'mails',
            every: 15 * SECOND,
            woken: true,
            run: async (beat) => void (await deliverMails(mailer, beat)),
          },
        ]
  return [
    ...mails,
    { name: 'jobs', every: 30 * SECOND, woken: true, run: runJobs },
    {
      name: 'domains',
      every: 15 * SECOND,
      woken: false,
      run: async (beat) => void (await recheckDomains(beat)),
    },
    { name: 'unfinished events', every: 15 * SECOND, woken: false, run: settle },
    {
      name: 'mail domains',
      every: 15 * SECOND,
      woken: false,
      run: async (beat) => void (await recheckMailDomains(beat)),
    },
    { name: 'trails', every: 5 * SECOND, woken: false, run: send },
    { name: 'reminders', every: 10 * MINUTE, woken: false, run: remind },
    { name: 'forgetting', every: HOUR, woken: false, run: forget },
  ]
}

async function runJobs({ now, ending }: Beat): Promise<void> {
  const more = () =>
    runJob(now(), async (job) => {
      if (job.kind === RESET_JOB) return answerReset(job, now())
      if (job.kind === CUSTOMER_RESET_JOB) return answerCustomerReset(job, now())
      log.error('nobody knows how to do this job', { kind: job.kind })
    })
  while (!ending() && (await more()));
}

async function settle({ now, ending }: Beat): Promise<void> {
  await settleEvents(now, ending)
}

async function send({ now, ending }: Beat): Promise<void> {
  await sendTrails(now, ending)
}

async function remind({ now }: Beat): Promise<void> {
  const trials = await remindOfTrials(now())
  const credentials = await remindOfCredentials(now())
  if (trials + credentials > 0) log.info('reminders written', { trials, credentials })
}

async function forget({ now }: Beat): Promise<void> {
  const links = await forgetLinks(new Date(now().getTime() - DAY))
  const mails = await forgetMails(new Date(now().getTime() - 30 * DAY))
  const events = await forgetAuditEvents(now())
  const tenants = await removeDueTenants(now())
  if (links + mails + events + tenants > 0) log.info('forgotten', { links, mails, events, tenants })
}
