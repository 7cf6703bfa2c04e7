// Creates one account. When Kazoo does not confirm it, the portal searches for the account before it reports
// an unknown outcome.
import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { UserFacingError, Unavailable } from '../../errors.ts'
import type { Kazoo } from '../../kazoo/client.ts'
import { createAccount, findCreatedAccount, type NewAccount } from '../../kazoo/create-account.ts'
import type { KazooId } from '../../kazoo/ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import { recorded } from '../audit/record.ts'
import type { Grant } from '../grant.ts'
import { refuseTaken } from './taken.ts'

/** What identifies an account before Kazoo has created it. */
type Wanted = { name: string; realm: string; timezone: string }

/**
 * Kazoo did not confirm the account, and it was not found: it may still appear. `unconfirmed` is sent with
 * the next submission, which searches first; empty where such an account existed before, so that finding one
 * would prove nothing.
 */
export class UnconfirmedAccount extends UserFacingError {
  override readonly name = 'UnconfirmedAccount'
  readonly unconfirmed: string
  constructor(unconfirmed: string, cause: Unavailable) {
    super('messages.account.unconfirmed', { cause })
    this.unconfirmed = unconfirmed
  }
}

/** Between the two searches for an account that Kazoo did not confirm, in ms. */
const SEARCH_AGAIN_MS = 1_000

/** The name and realm of a submission, in the form that the next submission carries. */
export function attemptOf({ name, realm }: Pick<Wanted, 'name' | 'realm'>): string {
  return JSON.stringify([name, realm])
}

/** The account as Kazoo's client takes it: Kazoo fills in the empty fields. */
export function wantedOf({ name, realm, timezone }: Wanted): NewAccount {
  return { name, ...(realm === '' ? {} : { realm }), ...(timezone === '' ? {} : { timezone }) }
}

/**
 * Creates an account below `parent`, and records it in the audit log. Calls `onVerify` when it has to search
 * for the account.
 * @throws UnconfirmedAccount, AccountNotKept, Rejected, ChargesNotAccepted, Forbidden, Unavailable
 */
export async function createOnce(
  viewer: Viewer,
  grant: Grant,
  parent: KazooId<'account'>,
  path: string[],
  start: Wanted,
  onVerify: () => void,
): Promise<KazooId<'account'>> {
  const { kazoo } = grant
  const { name, realm, timezone } = start
  const newAccount = wantedOf(start)
  const named = { kind: 'account', name }
  // An account that is found afterwards is the new one only if it did not exist before.
  let absent = false
  return recorded(
    viewer,
    'account.create',
    {
      subject: { ...named, resource: null },
      within: parent,
      path,
      before: null,
      after: { name, realm, timezone },
    },
    async () => {
      absent = await refuseTaken(grant, { name, realm }, null)
      try {
        return (await createAccount(kazoo, parent, newAccount, onVerify)).id
      } catch (error) {
        if (!(error instanceof Unavailable) || error.reason !== 'unknown') throw error
        const found = absent ? await search(kazoo, parent, newAccount, onVerify) : null
        if (found === null) throw error
        return found
      }
    },
    (ref) => ({ ...named, resource: { kind: 'account', ref } }),
  ).catch((error: unknown) => {
    if (!(error instanceof Unavailable) || error.dependency !== 'kazoo' || error.reason !== 'unknown')
      throw error
    throw new UnconfirmedAccount(absent ? attemptOf(start) : '', error)
  })
}

/**
 * Searches now, and once more a moment later. Null where the account is not found, or Kazoo does not answer.
 */
async function search(
  kazoo: Kazoo,
  parent: KazooId<'account'>,
  newAccount: NewAccount,
  onVerify: () => void,
): Promise<KazooId<'account'> | null> {
  onVerify()
  try {
    const found = await findCreatedAccount(kazoo, parent, newAccount)
    if (found !== null) return found
    await sleep(SEARCH_AGAIN_MS)
    return await findCreatedAccount(kazoo, parent, newAccount)
  } catch {
    return null
  }
}
