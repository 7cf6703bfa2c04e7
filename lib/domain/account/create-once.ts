// One creation of an account: when Kazoo does not say how it ended, the portal looks before it says that it
// does not know.
import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { UserFacingError, Unavailable } from '../../errors.ts'
import type { Kazoo } from '../../kazoo/client.ts'
import { createAccount, findCreatedAccount, type NewAccount } from '../../kazoo/create-account.ts'
import type { KazooId } from '../../kazoo/ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import { recorded } from '../audit/record.ts'
import type { Grant } from '../grant.ts'

/** What names an account before Kazoo has made it. */
type Wanted = { name: string; realm: string; timezone: string }

/**
 * Kazoo did not say whether it created the account, and it was not found: it may still come. `unconfirmed`
 * goes with the next try of the form, which then looks first; empty where such an account was there before,
 * and finding one would prove nothing.
 */
export class UnconfirmedAccount extends UserFacingError {
  override readonly name = 'UnconfirmedAccount'
  readonly unconfirmed: string
  constructor(unconfirmed: string, cause: Unavailable) {
    super('messages.account.unconfirmed', { cause })
    this.unconfirmed = unconfirmed
  }
}

/** Between the two looks for an account that Kazoo did not confirm, in ms. */
const LOOK_AGAIN = 1_000

/** What a try asks for, as a form carries it to the next one. */
export function attemptOf({ name, realm }: Pick<Wanted, 'name' | 'realm'>): string {
  return JSON.stringify([name, realm])
}

/** The same as Kazoo's client takes it: what is empty is left to Kazoo. */
export function wantedOf({ name, realm, timezone }: Wanted): NewAccount {
  return { name, ...(realm === '' ? {} : { realm }), ...(timezone === '' ? {} : { timezone }) }
}

/**
 * Creates an account below `parent`, and writes it into the audit log; `onLook` is called when the portal has
 * to look for it.
 * @throws UnconfirmedAccount, NotKept, Rejected, ChargesNotAccepted, Forbidden, Unavailable
 */
export async function createOnce(
  viewer: Viewer,
  { kazoo }: Grant,
  parent: KazooId<'account'>,
  path: string[],
  start: Wanted,
  onDisplay: () => void,
): Promise<KazooId<'account'>> {
  const { name, realm, timezone } = start
  const wanted = wantedOf(start)
  const named = { kind: 'account', name }
  // An account that is found afterwards is the one that was asked for only if it was not there before.
  const absent = await isAbsent(kazoo, parent, wanted)
  const sought = absent ? () => search(kazoo, parent, wanted, onDisplay) : () => Promise.resolve(null)
  return recorded(
    viewer,
    'account.create',
    {
      subject: { ...named, thing: null },
      within: parent,
      path,
      before: null,
      after: { name, realm, timezone },
    },
    async () => {
      try {
        return (await createAccount(kazoo, parent, wanted, onDisplay)).id
      } catch (error) {
        if (!(error instanceof Unavailable) || error.reason !== 'unknown') throw error
        const found = await sought()
        if (found === null) throw error
        return found
      }
    },
    (ref) => ({ ...named, thing: { kind: 'account', ref } }),
  ).catch((error: unknown) => {
    if (!(error instanceof Unavailable) || error.dependency !== 'kazoo' || error.reason !== 'unknown')
      throw error
    throw new UnconfirmedAccount(absent ? attemptOf(start) : '', error)
  })
}

async function isAbsent(kazoo: Kazoo, parent: KazooId<'account'>, wanted: NewAccount): Promise<boolean> {
  try {
    return (await findCreatedAccount(kazoo, parent, wanted)) === null
  } catch {
    return false
  }
}

/** Now, and again a moment later; null where it is not there, or nobody can say. */
async function search(
  kazoo: Kazoo,
  parent: KazooId<'account'>,
  wanted: NewAccount,
  onDisplay: () => void,
): Promise<KazooId<'account'> | null> {
  onDisplay()
  try {
    const found = await findCreatedAccount(kazoo, parent, wanted)
    if (found !== null) return found
    await sleep(LOOK_AGAIN)
    return await findCreatedAccount(kazoo, parent, wanted)
  } catch {
    return null
  }
}
