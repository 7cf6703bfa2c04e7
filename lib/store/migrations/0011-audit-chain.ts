// The trail becomes a chain: each row of a tenant has a place and a hash over the one before, the last is kept apart, and what left is anchored.
import 'server-only'
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { chainWhatStands } from '../audit-chain-old.ts'

export const auditChain: Migration = {
  async up(db) {
    await sql`
      alter table audit_events
        add column seq bigint, add column hash text,
        add column actor_kind text not null default 'nobody'
          check (actor_kind in ('member', 'customer', 'operator', 'nobody')),
        add column acting uuid, add column way text, add column reason text, add column ticket text,
        add column account bigint references audit_subjects, add column undoes uuid`.execute(db)
    await sql`
      create table audit_heads (
        tenant uuid primary key references tenants on delete cascade,
        seq bigint not null, hash text not null, mac text not null,
        anchor_seq bigint not null default 0, anchor_hash text not null default '', anchor_mac text,
        check (anchor_seq between 0 and seq)
      )`.execute(db)
    await sql`
      create table audit_settings (
        tenant uuid primary key references tenants on delete cascade,
        keep_days integer check (keep_days >= 90)
      )`.execute(db)
    await sql`
      create table audit_outs (
        tenant uuid primary key references tenants on delete cascade,
        kind text not null check (kind in ('syslog', 'webhook')),
        address text not null,
        secret_sealed text,
        cursor bigint not null,
        attempts integer not null default 0,
        due_at timestamptz not null default now(),
        sent_at timestamptz, failed_at timestamptz, last_error text,
        check ((kind = 'webhook') = (secret_sealed is not null))
      )`.execute(db)
    await sql`alter table audit_events disable trigger audit_events_append_only`.execute(db)
    await sql`
      update audit_events e set account = s.id from audit_subjects s
      where s.id = e.subject and s.kind = 'account'`.execute(db)
    await sql`
      update audit_events set actor_kind = case
        when actor is not null then 'member' when actor_name = 'the operator' then 'operator' else 'nobody' end`.execute(
      db,
    )
    await chainWhatStands(db)
    await sql`alter table audit_events enable trigger audit_events_append_only`.execute(db)
    await sql`
      alter table audit_events alter column seq set not null, alter column hash set not null,
        alter column actor_kind drop default, alter column at drop default,
        add constraint audit_events_seq unique (tenant, seq)`.execute(db)
    await sql`drop index audit_events_tenant`.execute(db)
    await sql`create index audit_events_tenant on audit_events (tenant, seq desc) where opens`.execute(db)
    await sql`create index audit_events_account on audit_events (account, seq desc)`.execute(db)
    await sql`create index audit_events_undoes on audit_events (undoes) where undoes is not null`.execute(db)
    await guard(db)
  },
}

async function guard(db: Parameters<Migration['up']>[0]): Promise<void> {
  // What is old leaves in its order, up to the place that a transaction of the portal names; a deleted tenant's trail leaves with it.
  await sql`
    create or replace function refuse_change() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' and old.tenant::text = current_setting('portal.forgets', true) then
        return old;
      end if;
      if tg_op = 'DELETE' and tg_table_name = 'audit_events' then
        if old.tenant::text = split_part(current_setting('portal.retains', true), ' ', 1)
          and old.seq <= nullif(split_part(current_setting('portal.retains', true), ' ', 2), '')::bigint then
          return old;
        end if;
      end if;
      raise exception '% is append only', tg_table_name using errcode = 'restrict_violation';
    end $$`.execute(db)
  await sql`
    create function refuse_return() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' then
        if old.tenant::text = current_setting('portal.forgets', true) then return old; end if;
      elsif new.tenant = old.tenant and new.seq >= old.seq and new.anchor_seq >= old.anchor_seq then
        return new;
      end if;
      raise exception '% only goes on', tg_table_name using errcode = 'restrict_violation';
    end $$`.execute(db)
  await sql`
    create trigger audit_heads_go_on before update or delete on audit_heads
      for each row execute function refuse_return()`.execute(db)
}
