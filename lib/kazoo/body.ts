// Defines what we may send to Kazoo: the guard at the one place where bodies become text (docs/security.md
// row 18).
import 'server-only'
import type { Sealed } from '../sealed.ts'

type Leaf = string | number | boolean | null | undefined | Sealed<string>
/** The `data` of a request, under Kazoo's names. Undefined values are left out, and so are empty objects. */
export type Body = { readonly [key: string]: Leaf | Body | readonly (Leaf | Body)[] }

/**
 * Keys that no caller has a reason to send: Kazoo's private fields, identity, billing; and the keys that
 * Crossbar reads from `data` before it looks at the envelope, with which a field could change the verb, the
 * token or the charges of the call.
 */
const FORBIDDEN = new Set(
  (
    'id superduper_admin is_reseller reseller reseller_id wnm_allow_additions allow_number_additions api_key is_trial_account ' +
    'trial_time_left descendants_count notification_preference tree created ' +
    'as action verb auth_token accept_charges account_id to jsonp accept paginate page_size'
  ).split(' '),
)
const FORBIDDEN_ANYWHERE = /^(_|pvt_|billing_)|^(constructor|prototype)$/

/** Whether Kazoo may never be sent `key`, `depth` levels below the top of a document. */
export function isForbiddenKey(key: string, depth: number): boolean {
  const plain = key.toLowerCase().replaceAll('-', '_')
  return FORBIDDEN_ANYWHERE.test(plain) || (depth === 0 && FORBIDDEN.has(plain))
}
