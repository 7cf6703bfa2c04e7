// The tables, as types for Kysely: columns have the names of the database, and every secret is an envelope.
import 'server-only'
import type { ColumnType, Generated } from 'kysely'
import type { DomainState } from '../views/custom-domain.ts'
import type { ImpersonationEnd } from '../views/impersonation.ts'
import type { MemberStatus } from '../views/member.ts'
import type { GivenRole } from '../views/sign-on.ts'
import type { Role } from '../views/viewer.ts'
import type { AuditTables } from './audit-schema.ts'
import type { EditedJson, Instant, Json } from './columns.ts'
import type { Envelope } from './envelope.ts'

export type Schema = AuditTables & {
  tenants: TenantTable
  members: MemberTable
  credentials: CredentialsTable
  digest_keys: DigestKeyTable
  outbox: OutboxTable
  jobs: JobTable
  links: LinkTable
  used_recovery_ids: UsedRecoveryIdTable
  recovery_codes: RecoveryCodeTable
  passkeys: PasskeyTable
  sign_on_providers: SignOnProviderTable
  impersonations: ImpersonationTable
  mail_domains: MailDomainTable
  domains: DomainTable
  brands: { tenant: string; draft: EditedJson }
  brand_versions: BrandVersionTable
  brand_images: BrandImageTable
}

/** The status of a whole tenant. A suspended one keeps its data, and none of its users can sign in. */
export type TenantState = 'active' | 'suspended'

/** A mail that was given up was never sent: a day has passed, or its recipient is refused for good. */
export type OutboxState = 'waiting' | 'sent' | 'given up'
export type LinkPurpose = 'set password' | 'forgot password' | 'invitation' | 'e-mail change'

type TenantTable = {
  id: string
  name: string
  crossbar_origin: string
  account_sealed: Envelope
  account_digest: string
  status: Generated<TenantState>
  created_at: Instant
  trial_ends_at: Date | null
  went_live_at: Date | null
  removal_at: Date | null
  recovery_failed_at: Date | null
  impersonation_shown: Generated<boolean>
  impersonation_mailed: Generated<boolean>
}

type MemberTable = {
  id: string
  tenant: string
  name: string
  email: string
  role: Role
  password_hash_sealed: Envelope | null
  status: Generated<MemberStatus>
  created_at: Instant
  last_signed_in_at: Date | null
  stamp: Generated<number>
  language: string | null
  pending_email: string | null
  totp_sealed: Envelope | null
  totp_candidate_sealed: Envelope | null
  totp_step: number | null
  first_steps_dismissed_at: Date | null
}

type CredentialsTable = {
  tenant: string
  kind: 'user' | 'api key'
  account_name: string | null
  account_realm: string | null
  method: 'md5' | 'sha' | null
  secret_sealed: Envelope
  created_at: Instant
  last_worked_at: Date | null
  last_error: string | null
  last_error_at: Date | null
}

type DigestKeyTable = { id: number; key_sealed: Envelope }

type RecoveryCodeTable = { member: string; digest: string; used_at: Date | null }

type PasskeyTable = {
  id: string
  tenant: string
  member: string
  name: string
  rp_id: string
  credential: string
  public_key: Buffer
  counter: number
  transports: Json<readonly string[]>
  created_at: Instant
  last_used_at: Date | null
}

type ImpersonationTable = {
  id: string
  tenant: string
  member: string
  member_name: string
  subject: number
  as_whom: string | null
  account_name: string
  reason: string
  ticket: string | null
  changes: boolean
  native: boolean
  digest: string
  lineage: string
  began_at: Date
  ends_at: Date
  ended_at: Date | null
  ended_by: ImpersonationEnd | null
}

type SignOnProviderTable = {
  tenant: string
  issuer: string
  client_id: string
  secret_sealed: Envelope
  default_role: GivenRole
  required: Generated<boolean>
  vouches: Generated<boolean>
  verified_at: Date | null
  created_at: Instant
}

type DomainClaimColumns = {
  id: string
  tenant: string
  state: DomainState
  proof: string
  added_at: Instant
  proved_at: Date | null
  checked_at: Date | null
  due_at: Instant
  looks: Generated<number>
  good: Generated<number>
  bad: Generated<number>
  bad_since: Date | null
  answers: ColumnType<unknown, string | null, string | null>
  why: string | null
}

type MailDomainTable = DomainClaimColumns & { domain: string }

type DomainTable = DomainClaimColumns & {
  host: string
  is_primary: Generated<boolean>
  account_sealed: Envelope | null
  account_name: string | null
}

type BrandVersionTable = {
  tenant: string
  number: number
  brand: Json<unknown>
  published_at: Instant
  published_by: string
  restores: number | null
}

type BrandImageTable = { tenant: string; hash: string; type: string; bytes: Buffer; made_at: Instant }

type OutboxTable = {
  id: string
  tenant: string
  member: string | null
  recipient: string
  recipient_name: string
  language: string
  mail: Json<unknown>
  once: string | null
  state: Generated<OutboxState>
  attempts: Generated<number>
  written_at: Date
  due_at: Date
  sent_at: Date | null
  last_error: string | null
}

type JobTable = { id: Generated<number>; kind: string; data: Json<unknown>; written_at: Date; due_at: Date }

type UsedRecoveryIdTable = { digest: string; tenant: string; used_at: Date }

type LinkTable = {
  member: string
  purpose: LinkPurpose
  tenant: string
  hash: string
  address: string
  issued_at: Date
  expires_at: Date
  used_at: Date | null
}
