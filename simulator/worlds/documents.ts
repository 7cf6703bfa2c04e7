// Documents as Kazoo would have stored them, with schema defaults and private keys.
import { hash } from 'node:crypto'
import type { Doc } from '../store.ts'
import { gregorianOf } from '../clock.ts'
import { normalName } from '../account-lookups.ts'
import { hexFrom } from './dice.ts'

/** An account before the document is made. `createdAt` and `trialEndsAt` are Unix milliseconds. */
export type AccountPlan = {
  id: string
  name: string
  realm: string
  apiKey: string
  timezone: string
  language?: string
  /** Ids of the accounts above; siblings share the list. */
  tree: readonly string[]
  resellerId: string
  reseller: boolean
  enabled: boolean
  superduper?: boolean
  trialEndsAt?: number
  createdAt: number
  descendants: number
}

/** A user before the document is made; without `password` they cannot sign in. */
export type UserPlan = {
  id: string
  username: string
  password: string
  first: string
  last: string
  admin: boolean
  enabled: boolean
  createdAt: number
  more?: Doc
}

export type DevicePlan = {
  id: string
  name: string
  type: string
  mac?: string
  owner?: string
  enabled: boolean
  sip?: { username: string; password: string }
  createdAt: number
  more?: Doc
}

/** The name of an account's database, `account/ab/cd/…`, as documents spell it. */
function databaseOf(account: string): string {
  return `account%2F${account.slice(0, 2)}%2F${account.slice(2, 4)}%2F${account.slice(4)}`
}

/** What every stored document carries; `made` is 128 random-looking hex digits. */
export function privates(type: string, account: string, createdAt: number, made: string): Doc {
  const created = gregorianOf(createdAt)
  return {
    pvt_type: type,
    pvt_vsn: '1',
    pvt_account_id: account,
    pvt_account_db: databaseOf(account),
    pvt_created: created,
    pvt_modified: created + (Number.parseInt(made.slice(0, 5), 16) % 2_000_000),
    pvt_request_id: made.slice(32, 64),
    pvt_document_hash: made.slice(64, 96),
    pvt_is_authenticated: true,
  }
}

/** The account document, as the `accounts` database and the account's own database hold it. */
export function accountDoc(seed: string, plan: AccountPlan): Doc {
  const made = hexFrom(seed, `account doc/${plan.id}`, 128)
  const doc: Doc = {
    _id: plan.id,
    _rev: `2-${made.slice(0, 32)}`,
    name: plan.name,
    realm: plan.realm,
    timezone: plan.timezone,
    call_restriction: {},
    music_on_hold: {},
    preflow: {},
    ringtones: {},
    ...privates('account', plan.id, plan.createdAt, made),
    pvt_tree: [...plan.tree],
    pvt_enabled: plan.enabled,
    pvt_alphanum_name: normalName(plan.name),
    pvt_api_key: plan.apiKey,
    pvt_signature_secret: made.slice(96, 128),
    pvt_reseller_id: plan.resellerId,
    pvt_superduper_admin: plan.superduper === true,
    pvt_wnm_allow_additions: plan.superduper === true,
  }
  if (plan.language !== undefined) doc['language'] = plan.language
  if (plan.reseller) doc['pvt_reseller'] = true
  if (plan.descendants > 0) doc['descendants_count'] = plan.descendants
  if (plan.trialEndsAt !== undefined) doc['pvt_trial_expires'] = gregorianOf(plan.trialEndsAt)
  return doc
}

/** A user; the password itself is not stored, only what Crossbar stores of it. */
export function userDoc(seed: string, account: string, plan: UserPlan): Doc {
  const made = hexFrom(seed, `user doc/${plan.id}`, 128)
  const credentials = `${plan.username}:${plan.password}`
  return {
    _id: plan.id,
    _rev: `1-${made.slice(0, 32)}`,
    first_name: plan.first,
    last_name: plan.last,
    username: plan.username,
    priv_level: plan.admin ? 'admin' : 'user',
    call_restriction: {},
    contact_list: {},
    enabled: plan.enabled,
    hotdesk: { enabled: false, keep_logged_in_elsewhere: false, require_pin: false },
    music_on_hold: {},
    require_password_update: false,
    ringtones: {},
    verified: false,
    vm_to_email_enabled: true,
    ...plan.more,
    ...privates('user', account, plan.createdAt, made),
    pvt_md5_auth: hash('md5', credentials, 'hex'),
    pvt_sha1_auth: hash('sha1', credentials, 'hex'),
    pvt_signature_secret: made.slice(96, 128),
  }
}

export function deviceDoc(seed: string, account: string, plan: DevicePlan): Doc {
  const made = hexFrom(seed, `device doc/${plan.id}`, 128)
  const doc: Doc = {
    _id: plan.id,
    _rev: `1-${made.slice(0, 32)}`,
    name: plan.name,
    device_type: plan.type,
    enabled: plan.enabled,
    call_restriction: {},
    contact_list: {},
    exclude_from_queues: false,
    music_on_hold: {},
    mwi_unsolicited_updates: true,
    register_overwrite_notify: false,
    ringtones: {},
    sip: { ...plan.sip, expire_seconds: 300, invite_format: 'contact', method: 'password' },
    suppress_unregister_notifications: false,
    ...plan.more,
    ...privates('device', account, plan.createdAt, made),
  }
  if (plan.mac !== undefined) doc['mac_address'] = plan.mac
  if (plan.owner !== undefined) doc['owner_id'] = plan.owner
  return doc
}
