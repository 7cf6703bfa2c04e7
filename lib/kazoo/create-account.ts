// Creates accounts, and reports success only when Kazoo returns the account: below some resellers 5.0 answers
// 201 and has removed it again.
import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { NotFound, Rejected, Unavailable } from '../errors.ts'
import { accountsWith } from './account-search.ts'
import { AccountDoc, ancestorsOf, findAccount, REFUSED } from './accounts.ts'
import { path, type Kazoo } from './client.ts'
import { kazooId, type KazooId } from './ids.ts'

/**
 * The fields of a new account; without a realm Kazoo generates one, without a time zone it takes the
 * parent's.
 */
export type NewAccount = { name: string; realm?: string; timezone?: string; language?: string }

/**
 * Kazoo answered that it created the account, and does not have it: nothing was created, and nothing remains
 * of it.
 */
export class AccountNotKept extends Rejected {
  readonly notKept = 'yes'
  constructor() {
    super({}, 'messages.account.notKept')
  }
}

/** The pause between two reads of an account that Kazoo's answer does not confirm, in ms. */
const RECHECK_MS = 1_000

/**
 * A whole account, with the name that it was given; or only an id, which is how 5.0 answers for an account
 * that it has removed again (docs/kazoo.md section 27.1).
 */
const AnsweredDoc = z.union([
  z
    .looseObject({ name: z.string(), realm: z.string(), enabled: z.boolean() })
    .transform((doc) => AccountDoc.parse(doc)),
  z.object({ id: kazooId('account') }),
])

/**
 * Creates an account below `parent` (PUT /accounts/A), within `env().kazooCreateTimeoutMs`. Kazoo's own
 * welcome mail is not sent. An answer that does not confirm the account is verified by reading it (GET, and
 * again a moment later); `onVerify` is called before.
 * @throws Rejected at `name`, `realm`, `timezone`; AccountNotKept; ChargesNotAccepted; Unavailable, `unknown`
 * also when that read failed
 */
export async function createAccount(
  kazoo: Kazoo,
  parent: KazooId<'account'>,
  account: NewAccount,
  onVerify: () => void = () => undefined,
): Promise<AccountDoc> {
  const { name, realm, timezone, language } = account
  const created = await kazoo.create(
    path`/accounts/${parent}`,
    { name, realm, timezone, language },
    AnsweredDoc,
    {
      fields: REFUSED,
      query: { send_email_on_creation: false },
      long: true,
    },
  )
  if ('name' in created) return created
  onVerify()
  const first = await findOrNull(kazoo, created.id)
  if (first !== null) return first
  await sleep(RECHECK_MS)
  const second = await findOrNull(kazoo, created.id)
  if (second === null) throw new AccountNotKept()
  return second
}

async function findOrNull(kazoo: Kazoo, account: KazooId<'account'>): Promise<AccountDoc | null> {
  try {
    return await findAccount(kazoo, account)
  } catch (error) {
    if (error instanceof NotFound) return null
    throw new Unavailable('kazoo', 'unknown', { cause: error })
  }
}

/**
 * The account directly below `parent` with this realm or, where none is given, with this name: both are
 * unique in Kazoo. Null: there is none.
 * @throws Forbidden, NotFound, Unavailable
 */
export async function findCreatedAccount(
  kazoo: Kazoo,
  parent: KazooId<'account'>,
  { name, realm }: NewAccount,
): Promise<KazooId<'account'> | null> {
  const found =
    realm === undefined
      ? (await accountsWith(kazoo, parent, 'name', name)).filter((row) => row.name === name)
      : await accountsWith(kazoo, parent, 'realm', realm)
  for (const { id } of found) {
    const above = (await ancestorsOf(kazoo, id)).at(-1)
    if (above?.id.equals(parent)) return id
  }
  return null
}
