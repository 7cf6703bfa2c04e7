// How members prove who they are beyond a password, and what of them waits for a confirmation.
import 'server-only'
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const secondFactors: Migration = {
  async up(db) {
    // `stamp` counts every change of what lets the member in: a sign-in that began before one is not finished after it.
    await sql`
      alter table members
        drop constraint members_status_check,
        add constraint members_status_check check (status in ('invited', 'active', 'suspended')),
        add column stamp integer not null default 0,
        add column language text,
        add column pending_email text,
        add column totp_sealed text,
        add column totp_candidate_sealed text,
        add column totp_step bigint`.execute(db)
    await sql`
      create table recovery_codes (
        member uuid not null references members on delete cascade,
        digest text not null check (digest ~ '^[0-9a-f]{64}$'),
        used_at timestamptz,
        primary key (member, digest)
      )`.execute(db)
    await sql`
      create table passkeys (
        id uuid primary key,
        tenant uuid not null references tenants,
        member uuid not null references members on delete cascade,
        name text not null,
        rp_id text not null,
        credential text not null,
        public_key bytea not null,
        counter bigint not null,
        transports jsonb not null,
        created_at timestamptz not null default now(),
        last_used_at timestamptz,
        constraint passkeys_credential unique (rp_id, credential)
      )`.execute(db)
    await sql`create index passkeys_member on passkeys (member)`.execute(db)
  },
}
