// The mail domains that single sign-on is for: each is proved by DNS, and live for one tenant only.
import 'server-only'
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const mailDomains: Migration = {
  async up(db) {
    // As for hosts (migration 0012): many may claim a domain, and one of them has it.
    await sql`
      create table mail_domains (
        id uuid primary key,
        tenant uuid not null references tenants on delete cascade,
        domain text not null check (domain ~ '^[a-z0-9.-]{3,253}$'),
        state text not null check (state in ('pending', 'live', 'suspended')),
        proof text not null check (proof <> ''),
        added_at timestamptz not null default now(),
        proved_at timestamptz,
        checked_at timestamptz,
        due_at timestamptz not null default now(),
        looks integer not null default 0,
        good integer not null default 0,
        bad integer not null default 0,
        bad_since timestamptz,
        answers jsonb,
        why text,
        constraint mail_domains_tenant_domain unique (tenant, domain),
        check (state = 'pending' or proved_at is not null)
      )`.execute(db)
    await sql`create unique index mail_domains_live on mail_domains (domain) where state = 'live'`.execute(db)
    await sql`create index mail_domains_due on mail_domains (due_at)`.execute(db)
    // What was claimed without a proof has none, unless the very name was proved by DNS as a host of the same tenant: that record stays
    // where it is, and proves both.
    await sql`
      insert into mail_domains (id, tenant, domain, state, proof, proved_at)
      select gen_random_uuid(), claim.tenant, claim.domain,
        case when host.id is null then 'pending' else 'live' end,
        coalesce(host.proof, 'portal-proof=' || replace(gen_random_uuid()::text, '-', '')),
        host.proved_at
      from sign_on_domains claim
      left join domains host
        on host.tenant = claim.tenant and host.host = claim.domain and host.state = 'live' and host.proof <> ''
      where claim.domain ~ '^[a-z0-9.-]{3,253}$'`.execute(db)
    await sql`
      insert into outbox (id, tenant, member, recipient, recipient_name, language, mail, written_at, due_at)
      select gen_random_uuid(), owner.tenant, owner.id, owner.email, owner.name, coalesce(owner.language, 'en'),
        jsonb_build_object('kind', 'mailDomainUnproved', 'domain', claim.domain), now(), now()
      from mail_domains claim
      join members owner on owner.tenant = claim.tenant and owner.role = 'owner' and owner.status = 'active'
      where claim.state = 'pending'`.execute(db)
    await sql`drop table sign_on_domains`.execute(db)
    // When a Kazoo last took the link of its own recovery mail and let nobody in.
    await sql`alter table tenants add column recovery_failed_at timestamptz`.execute(db)
    await sql`alter table sign_on_providers add column vouches boolean not null default false`.execute(db)
  },
}
