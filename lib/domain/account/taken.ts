// Finds the account that already has a name or a realm, which are unique in the whole Kazoo (decision 265).
import 'server-only'
import { NotFound, Rejected } from '../../errors.ts'
import type { LocalizedMessage } from '../../i18n/message-key.ts'
import { accountsWith, hasSame } from '../../kazoo/account-search.ts'
import { findAccount } from '../../kazoo/accounts.ts'
import type { KazooId } from '../../kazoo/ids.ts'
import { ancestorsWithin, type Grant } from '../grant.ts'
import { loadOptional } from '../optional-part.ts'

const FIELDS = ['name', 'realm'] as const
type Field = (typeof FIELDS)[number]

const TAKEN = { name: 'messages.duplicate.accountName', realm: 'messages.duplicate.realm' } as const

/**
 * Refuses a name or realm that another account has, as far as the token can see: Kazoo alone knows the rest.
 * `own` is the account that is saved, or null. Returns whether Kazoo could be asked about all of them.
 * @throws Rejected at the fields; it names the other account only if that is within the grant
 */
export async function refuseTaken(
  grant: Grant,
  wanted: Readonly<Partial<Record<Field, string>>>,
  own: KazooId<'account'> | null,
): Promise<boolean> {
  const fields: Partial<Record<Field, LocalizedMessage>> = {}
  const asked = await Promise.all(
    FIELDS.map(async (field) => {
      const text = wanted[field] ?? ''
      if (text === '') return true
      const found = await loadOptional('duplicates', holdersOf(grant, field, text, own))
      if (found?.[0] !== undefined) fields[field] = found[0]
      return found !== null
    }),
  )
  if (Object.keys(fields).length > 0) throw new Rejected(fields)
  return !asked.includes(false)
}

/** A message for each other account that has `text`. */
async function holdersOf(
  grant: Grant,
  field: Field,
  text: string,
  own: KazooId<'account'> | null,
): Promise<LocalizedMessage[]> {
  const { kazoo, granted } = grant
  // The search leaves out the account that is signed in.
  const [top, below] = await Promise.all([
    findAccount(kazoo, granted),
    accountsWith(kazoo, granted, field, text),
  ])
  const holders = [...(hasSame(field, top, text) ? [top] : []), ...below]
  const others = holders.filter(({ id }) => own === null || !id.equals(own))
  return Promise.all(
    others.map(async ({ id, name }) =>
      (await isWithin(grant, id)) ? { key: TAKEN[field], values: { name } } : 'messages.refused.taken',
    ),
  )
}

/** Whether the viewer may know of the account: the token may see more than was granted. */
async function isWithin(grant: Grant, account: KazooId<'account'>): Promise<boolean> {
  try {
    await ancestorsWithin(grant, account)
    return true
  } catch (error) {
    if (error instanceof NotFound) return false
    throw error
  }
}
