// Deletes audit events after the tenant's retention period, in order; an anchor proves from where on the rest
// is complete.
import 'server-only'
import { sql } from 'kysely'
import { macOf, type ChainLink } from './audit-chain.ts'
import { database } from './database.ts'
import { digestKey } from './digest-key.ts'

const DAY = 24 * 60 * 60_000
/** How many rows are deleted per transaction; appends wait for it. */
const BATCH = 5_000

/** The retention of a tenant's audit log, in days; null: unlimited. */
export async function retentionDaysOf(tenant: string): Promise<number | null> {
  const found = database().selectFrom('audit_settings').select('retention_days').where('tenant', '=', tenant)
  return (await found.executeTakeFirst())?.retention_days ?? null
}

/** Sets the retention of a tenant's audit log, in days (at least 90); null: unlimited. */
export async function setRetentionDays(tenant: string, days: number | null): Promise<void> {
  await database()
    .insertInto('audit_settings')
    .values({ tenant, retention_days: days })
    .onConflict((conflict) => conflict.column('tenant').doUpdateSet({ retention_days: days }))
    .execute()
}

/**
 * Deletes the expired events of all tenants. Returns how many rows. May run in several processes at once.
 * @throws Unavailable
 */
export async function deleteExpiredEvents(now: Date): Promise<number> {
  const settings = database().selectFrom('audit_settings').selectAll().where('retention_days', 'is not', null)
  let count = 0
  for (const { tenant, retention_days: days } of await settings.execute()) {
    if (days === null) continue
    const until = new Date(now.getTime() - days * DAY)
    for (let removed = BATCH; removed === BATCH; count += removed) removed = await deleteBatch(tenant, until)
  }
  return count
}

async function deleteBatch(tenant: string, until: Date): Promise<number> {
  return database()
    .transaction()
    .execute(async (trx) => {
      const heads = trx.selectFrom('audit_heads').select('anchor_seq').where('tenant', '=', tenant)
      const head = await heads.forUpdate().executeTakeFirst()
      if (head === undefined) return 0
      // In order of position: a row after a younger one stays with it, whatever its own time is.
      const { rows } = await sql<ChainLink>`
        select seq, hash from audit_events where tenant = ${tenant} and seq <= ${head.anchor_seq + BATCH}
          and seq < coalesce((select min(seq) from audit_events where tenant = ${tenant} and at >= ${until}), ${2 ** 53})
        order by seq desc limit 1`.execute(trx)
      const [last] = rows
      if (last === undefined) return 0
      const mac = macOf(await digestKey(trx), 'anchor', tenant, last)
      await trx
        .updateTable('audit_heads')
        .set({ anchor_seq: last.seq, anchor_hash: last.hash, anchor_mac: mac })
        .where('tenant', '=', tenant)
        .execute()
      // The trigger allows this delete in this transaction and up to this position only (migration 0011).
      await sql`select set_config('portal.retains', ${`${tenant} ${last.seq}`}, true)`.execute(trx)
      const deleted = await trx
        .deleteFrom('audit_events')
        .where('tenant', '=', tenant)
        .where('seq', '<=', last.seq)
        .executeTakeFirst()
      return Number(deleted.numDeletedRows)
    })
}
