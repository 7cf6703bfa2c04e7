// Saves an account, and restores it where Kazoo refuses a name or realm and saves it all the same
// (docs/kazoo.md section 27.1).
import 'server-only'
import { Rejected, SavedThoughRefused, Unavailable } from '../../errors.ts'
import type { LocalizedMessage } from '../../i18n/message-key.ts'
import { findAccount, patchAccount, type AccountDoc, type AccountPatch } from '../../kazoo/accounts.ts'
import type { Kazoo } from '../../kazoo/client.ts'
import { log } from '../../log.ts'
import { ACCOUNT_FIELDS, EDITABLE_ACCOUNT, type AccountText } from '../../views/account-fields.ts'
import { formText, valuesOf } from '../../views/field-list.ts'
import { withStoredFaults } from '../edits.ts'

const TAKEN = 'messages.refused.taken'

const textOf = (doc: AccountDoc) => formText(ACCOUNT_FIELDS, doc)

/** What an edit sends, and the account as it was. */
export type AccountSave = { before: AccountDoc; changed: Partial<AccountText> }

/**
 * Sends `changed`. After a refusal of its name or realm it reads the account, and restores every field that
 * Kazoo saved nevertheless.
 * @throws Rejected: nothing is changed; SavedThoughRefused: it could not be restored; Unavailable with
 * `unknown`: nobody knows what Kazoo has
 */
export async function saveAccount(
  kazoo: Kazoo,
  { before, changed }: AccountSave,
  reference: string,
): Promise<void> {
  const patch = patchOf(before, changed)
  try {
    await patchAccount(kazoo, before.id, patch)
  } catch (error) {
    if (!(error instanceof Rejected)) throw error
    if (!Object.values(error.fields).includes(TAKEN)) throw withStoredFaults(error, ACCOUNT_FIELDS, patch)
    await undo(kazoo, { before, changed }, error, reference)
  }
}

/** @throws always, as `saveAccount` does */
async function undo(
  kazoo: Kazoo,
  { before, changed }: AccountSave,
  refusal: Rejected,
  reference: string,
): Promise<never> {
  const former = textOf(before)
  const sent = EDITABLE_ACCOUNT.filter((field) => changed[field] !== undefined)
  const saved = (now: AccountText) =>
    sent.filter((field) => {
      // In place of none, Kazoo writes the time zone of an account above.
      if (field === 'timezone' && former.timezone === '') return now.timezone === changed.timezone
      return !isSame(field, now[field], former[field])
    })
  const read = () => findAccount(kazoo, before.id).then(textOf, () => null)

  const first = await read()
  // Where nobody answers, all of it may be saved.
  const wrong = first === null ? sent : saved(first)
  if (wrong.length === 0) throw refusal
  const fields = wrong.join(' ')
  log.warn('kazoo refused an account and saved it', { reference, fields })
  const restored = Object.fromEntries(wrong.map((field) => [field, former[field]]))
  // Whatever the answer is: Kazoo saves what it refuses, so only reading tells.
  const error: unknown = await patchAccount(kazoo, before.id, patchOf(before, restored)).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  const now = await read()
  if (now !== null && saved(now).length === 0) throw new Rejected(refusal.fields, 'messages.account.restored')
  log.error('an account could not be restored', { reference, fields, error })
  if (now === null)
    throw new Unavailable('kazoo', 'unknown', {
      cause: refusal,
      userMessage: 'messages.account.perhapsKept',
    })
  throw new SavedThoughRefused(
    Object.fromEntries(
      saved(now).map((field) => [field, leftMessage(former[field], refusal.fields[field] === TAKEN)]),
    ),
    'messages.account.keptTaken',
    now,
  )
}

/** Kazoo does not tell realms apart by case. */
function isSame(field: keyof AccountText, one: string, other: string): boolean {
  return field === 'realm' ? one.toLowerCase() === other.toLowerCase() : one === other
}

function leftMessage(before: string, taken: boolean): LocalizedMessage {
  if (taken) return { key: 'messages.account.takenNow', values: { before } }
  return before === ''
    ? 'messages.account.savedBlank'
    : { key: 'messages.account.savedNow', values: { before } }
}

/** `enabled` always goes along (docs/kazoo.md section 9.2). */
function patchOf({ enabled }: AccountDoc, changed: Partial<AccountText>): AccountPatch {
  return { enabled, ...valuesOf(ACCOUNT_FIELDS, changed) }
}
