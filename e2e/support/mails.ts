// Reads mails from the mail catcher.
import { expect } from '@playwright/test'
import type { TestEnvironment } from './test-environment.ts'

type Mail = ReturnType<TestEnvironment['mail']['mails']>[number]

/** The newest mail to `email` with a matching subject; waits for it. */
export async function mailTo(world: TestEnvironment, email: string, subject: RegExp = /./): Promise<Mail> {
  const found = () =>
    world.mail.mails().findLast((mail) => mail.to.includes(email) && subject.test(mail.subject))
  await expect.poll(() => found()?.subject, { timeout: 20_000 }).toBeDefined()
  const mail = found()
  if (mail === undefined) throw new Error(`no mail to ${email}`)
  return mail
}

/** The portal's only link in a mail. */
export function linkIn(mail: Mail): string {
  const [link] = /https?:\/\/\S+\/link\/[A-Za-z0-9_-]+/.exec(mail.text) ?? []
  if (link === undefined) throw new Error('the mail has no link')
  return link
}
