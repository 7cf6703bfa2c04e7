// Guessing by customers is as slow as by members: per account by a delay, per address and in all by a refusal.
import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import { Rejected } from '../../errors.ts'
import { currentRequest } from '../../session/request.ts'
import { countAttempt } from '../../session/throttle.ts'

/** Counts an attempt at `name`, and waits as long as it costs. @throws Rejected when a client has tried too often; Unavailable */
export async function slowedDown(name: string): Promise<void> {
  const throttled = await countAttempt(name, currentRequest().address)
  if (throttled.refused !== null) {
    const minutes = Math.ceil(throttled.refused / 60)
    throw new Rejected({}, { sentence: 'said.signIn.throttled', values: { minutes } })
  }
  await wait(throttled.delay)
}
