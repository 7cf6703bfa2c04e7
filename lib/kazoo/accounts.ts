// Reads and changes accounts in Kazoo; its private fields and its own names for ours stay in this file.
import 'server-only'
import { z } from 'zod'
import { seal } from '../sealed.ts'
import { ACCOUNT_FIELDS } from '../views/account-fields.ts'
import type { WireFields } from '../views/field-list.ts'
import { path, type Kazoo, type Page, type Path } from './client.ts'
import { bodyOf, namesByPath, readFields, type FieldsPatch } from './document-fields.ts'
import { kazooId, type ApiKey, type KazooId } from './ids.ts'
import { asRecord, byId, countOrNull, isTrue, text, textOrNull, type Listing } from './lenient.ts'
import { gregorian } from './time.ts'

/** The fields of the form, and those that are in no form. */
const ACCOUNT_WIRE = {
  ...ACCOUNT_FIELDS,
  language: { path: 'language', kind: 'text' },
} as const satisfies WireFields

/** An account as its Kazoo reports it. */
export const AccountDoc = z
  .looseObject({
    id: kazooId('account'),
    is_reseller: isTrue,
    reseller_id: kazooId('account').nullable().catch(null),
    superduper_admin: isTrue,
    created: gregorian,
    descendants_count: countOrNull,
  })
  .transform((doc) => ({
    ...readFields(ACCOUNT_WIRE, doc),
    id: doc.id,
    reseller: doc.is_reseller,
    /** The nearest reseller above; null where Kazoo reports none. */
    resellerAbove: doc.reseller_id,
    /** Whether it is the account that runs this Kazoo. */
    master: doc.superduper_admin,
    createdAt: doc.created,
    /** A stored counter that Kazoo updates at its own pace; null where it has none. */
    descendantsCount: doc.descendants_count,
  }))
/**
 * One account. `reseller` is what its Kazoo claims: it gives nobody a higher role here (docs/security.md row
 * 9).
 */
export type AccountDoc = z.output<typeof AccountDoc>

const AncestorId = kazooId('account')

const AccountRow = z.preprocess(
  asRecord,
  z
    .object({
      id: kazooId('account').nullable().catch(null),
      name: text,
      realm: textOrNull,
      descendants_count: countOrNull,
      tree: z.unknown().optional(),
    })
    .transform(({ descendants_count, tree, ...same }) => ({
      ...same,
      descendantsCount: descendants_count,
      /** The accounts above it, also those that are gone; the parent last. Only `descendants` has it. */
      tree: Array.isArray(tree) ? tree.flatMap((id) => AncestorId.safeParse(id).data ?? []) : [],
    })),
)
type AccountListing = Listing<z.output<typeof AccountRow>>
/** A row of `children`; it does not say whether the account is enabled. */
export type AccountRowDoc = AccountListing['rows'][number]

/** The name is missing where the document of the account is. */
const AncestorDoc = z.object({ id: kazooId('account'), name: text })
/** One ancestor on the path down to an account. */
export type AncestorDoc = z.output<typeof AncestorDoc>

const ApiKeyDoc = z.object({
  api_key: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .transform(seal<'api key'>),
})

/** The fields that can be changed. Nothing can be removed: Kazoo 5.0 ignores nulls on accounts. */
export type AccountPatch = FieldsPatch<typeof ACCOUNT_WIRE>

/** Our names of the fields of an account, by Kazoo's. */
export const REFUSED = namesByPath(ACCOUNT_WIRE)

/**
 * One account (GET /accounts/A).
 * @throws NotFound, Unavailable
 */
export function findAccount(kazoo: Kazoo, account: KazooId<'account'>): Promise<AccountDoc> {
  return kazoo.one(path`/accounts/${account}`, AccountDoc)
}

/** One page of the accounts directly below `account`, by name (GET /accounts/A/children). */
export function pageOfChildren(
  kazoo: Kazoo,
  account: KazooId<'account'>,
  options: { after?: KazooId<'cursor'>; size?: number } = {},
): Promise<Page<AccountRowDoc> & AccountListing> {
  return pageOf(kazoo, path`/accounts/${account}/children`, options)
}

/** One page of the accounts anywhere below `account` (GET /accounts/A/descendants). */
export function pageOfDescendants(
  kazoo: Kazoo,
  account: KazooId<'account'>,
  options: { after?: KazooId<'cursor'>; size?: number } = {},
): Promise<Page<AccountRowDoc> & AccountListing> {
  return pageOf(kazoo, path`/accounts/${account}/descendants`, options)
}

async function pageOf(kazoo: Kazoo, at: Path, options: { after?: KazooId<'cursor'>; size?: number }) {
  // 5.0 sorts in descending order unless told otherwise; 4.3 sorts in ascending order and ignores the
  // parameter.
  const { rows, next } = await kazoo.page(at, AccountRow, { ...options, query: { ascending: true } })
  return { ...byId(rows), next }
}

/** All accounts directly below `account`, in no guaranteed order. */
export async function listChildren(kazoo: Kazoo, account: KazooId<'account'>): Promise<AccountRowDoc[]> {
  return byId(await kazoo.list(path`/accounts/${account}/children`, AccountRow)).rows
}

/**
 * The accounts above `account`, from the one that is signed in down to its parent; none for the signed-in
 * account itself (GET /accounts/A/tree).
 */
export function ancestorsOf(kazoo: Kazoo, account: KazooId<'account'>): Promise<AncestorDoc[]> {
  return kazoo.list(path`/accounts/${account}/tree`, AncestorDoc)
}

/**
 * Changes an account (PATCH /accounts/A). `enabled` is always sent, and read first where `change` does not
 * have it: Kazoo would enable a disabled account whenever an ancestor edits it without that field
 * (docs/kazoo.md section 9.2).
 * @throws Rejected, NotFound, ChargesNotAccepted, Unavailable
 */
export async function patchAccount(
  kazoo: Kazoo,
  account: KazooId<'account'>,
  change: AccountPatch,
): Promise<AccountDoc> {
  const enabled = change.enabled ?? (await findAccount(kazoo, account)).enabled
  return kazoo.patch(path`/accounts/${account}`, bodyOf(ACCOUNT_WIRE, { ...change, enabled }), AccountDoc, {
    fields: REFUSED,
  })
}

/**
 * Reads the API key (GET /accounts/A/api_key): any token in the account's tree can.
 * @throws NotFound, Unavailable
 */
export async function findApiKey(kazoo: Kazoo, account: KazooId<'account'>): Promise<ApiKey> {
  return (await kazoo.one(path`/accounts/${account}/api_key`, ApiKeyDoc)).api_key
}
