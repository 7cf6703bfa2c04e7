// Brands of tenants: the draft, every version that was ever published, and the pictures they show.
import 'server-only'
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const brands: Migration = {
  async up(db) {
    await sql`
      create table brands (
        tenant uuid primary key references tenants on delete cascade,
        draft jsonb not null
      )`.execute(db)
    // The highest number is what shows.
    await sql`
      create table brand_versions (
        tenant uuid not null references brands on delete cascade,
        number integer not null check (number > 0),
        brand jsonb not null,
        published_at timestamptz not null default now(),
        published_by text not null,
        restores integer,
        primary key (tenant, number)
      )`.execute(db)
    // Known by what it holds: who has the address of one has that one, for ever.
    await sql`
      create table brand_images (
        tenant uuid not null references brands on delete cascade,
        hash text not null check (hash ~ '^[0-9a-f]{64}$'),
        type text not null check (type in ('image/png', 'image/webp')),
        bytes bytea not null,
        made_at timestamptz not null default now(),
        primary key (tenant, hash)
      )`.execute(db)
  },
}
