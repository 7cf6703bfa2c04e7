// `audit verify`: whether the audit log of one tenant, or of all, is intact; each flaw with its position.
import { env } from '../../lib/env.ts'
import type { AuditFlaw } from '../../lib/store/audit-misplaced.ts'
import { verifyAuditLog } from '../../lib/store/audit-verify.ts'
import { openDatabase, type Database } from '../../lib/store/database.ts'
import { listTenants, type TenantRecord } from '../../lib/store/tenants.ts'
import { Misuse } from './fault.ts'
import { optionsIn } from './options.ts'
import { oneLine } from './tenant-list.ts'
import { tenantNamed } from './tenant-named.ts'

/** An audit log has a flaw, which has been printed. */
export class Flawed extends Error {
  override readonly name = 'Flawed'
}

/** A position and its hash, in base64url: nothing that looks like a key of Kazoo's. */
const HEAD = /^(\d{1,15}):([\w-]{43})$/

/** Runs the command. @throws Flawed, Misuse, Unavailable */
export async function verify(words: string[]): Promise<void> {
  const { head, ...which } = optionsIn(words, ['name', 'email', 'head'])
  const named = Object.keys(which).length > 0
  if (head !== undefined && (!named || !HEAD.test(head))) {
    throw new Misuse('--head must be what an earlier run printed for the same tenant, such as 120:Xw3k...')
  }
  const tenants = named ? [await tenantNamed(which)] : await listTenants()
  // A long audit log takes time.
  const db = openDatabase(env().databaseUrl, 1)
  try {
    let flawed = 0
    for (const tenant of tenants) flawed += (await report(db, tenant, head)) ? 0 : 1
    if (flawed > 0)
      throw new Flawed(
        flawed === 1 ? 'One audit log failed verification.' : `${flawed} audit logs failed verification.`,
      )
  } finally {
    await db.destroy()
  }
}

/** Prints the result for one audit log; returns whether it is intact. */
async function report(db: Database, { id, name }: TenantRecord, head: string | undefined): Promise<boolean> {
  const verdict = await verifyAuditLog(db, id)
  if (verdict === null) {
    console.log(`${oneLine(name)}: no audit log yet.`)
    return true
  }
  const { rows, from, head: end, flaws } = verdict
  const says = flaws.map(sentenceOf)
  if (head !== undefined && !(await stands(db, id, head, from)))
    says.push('The row given with --head is missing or different.')
  const count = `${rows} ${rows === 1 ? 'row' : 'rows'} from ${from} to ${end.seq}`
  const state = says.length === 0 ? 'intact' : 'NOT INTACT'
  console.log(`${oneLine(name)}: ${count}, ${state} (head ${end.seq}:${base64(end.hash)})`)
  for (const sentence of says) console.log(`  ${sentence}`)
  return says.length === 0
}

/**
 * Whether the row that an earlier run noted as the last still exists. An attacker who restores an older
 * database cannot know it.
 */
async function stands(db: Database, tenant: string, head: string, from: number): Promise<boolean> {
  const [, seq = '', hash = ''] = HEAD.exec(head) ?? []
  // Rows beyond the retention period cannot be checked.
  if (Number(seq) < from) return true
  const hex = Buffer.from(hash, 'base64url').toString('hex')
  const rows = db.selectFrom('audit_events').select('seq').where('tenant', '=', tenant)
  return (await rows.where('seq', '=', Number(seq)).where('hash', '=', hex).executeTakeFirst()) !== undefined
}

function base64(hash: string): string {
  return Buffer.from(hash, 'hex').toString('base64url')
}

function sentenceOf(flaw: AuditFlaw): string {
  if (flaw.what === 'end') return 'The end of the audit log is not as the portal wrote it.'
  if (flaw.what === 'anchor') return 'The audit log does not begin where the portal cut it.'
  if (flaw.what === 'changed') return `Row ${flaw.seq} was changed.`
  if (flaw.what === 'beyond') return `Row ${flaw.seq} comes after the end.`
  if (flaw.what === 'reordered') return `The row at position ${flaw.seq} belongs at position ${flaw.to}.`
  return flaw.seq === flaw.to ? `Row ${flaw.seq} is missing.` : `Rows ${flaw.seq} to ${flaw.to} are missing.`
}
