// A portal process that only sends mails, to be started twice, stopped and killed. Its first argument selects
// the work.
import { env } from '../../lib/env.ts'
import { seal } from '../../lib/sealed.ts'
import { createTenant } from '../../lib/store/tenants.ts'
import { enqueueMail } from '../../lib/domain/mail.ts'
import { startJobs } from '../../lib/jobs/start-jobs.ts'

const [what = 'clock', later = '0'] = process.argv.slice(2)

async function beginTrial(): Promise<void> {
  const owner = {
    name: 'Olga Owner',
    email: 'olga@example.com',
    passwordHash: null,
    status: 'invited',
  } as const
  const tenant = await createTenant(
    {
      name: 'Acme',
      crossbarOrigin: 'https://kazoo.example.com',
      account: seal<'kazoo account'>('a'.repeat(32)),
      credentials: { kind: 'api key', key: seal<'api key'>('key') },
      owner,
    },
    async (db, created) => {
      const to = {
        tenant: created.tenant,
        member: created.owner,
        name: owner.name,
        email: owner.email,
        language: 'de',
      }
      await enqueueMail(db, to, { kind: 'setPassword', company: 'Acme' })
    },
  )
  console.log(`began ${tenant.id}`)
}

if (what === 'trial') {
  await beginTrial()
  // The test kills this process before the timer matters.
  setInterval(() => undefined, 1_000)
} else {
  const clock = startJobs(() => new Date(Date.now() + Number(later)))
  process.once(
    'SIGTERM',
    () =>
      void clock.stop().then(() => {
        console.log('ended')
        process.exit(0)
      }),
  )
  console.log(`runs for ${env().portalOrigin}`)
}
