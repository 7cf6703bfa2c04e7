// `audit verify`: whether the trail of one tenant, or of every one, is whole; each flaw with its place.
import { env } from '../../lib/env.ts'
import { verifyTrail, type AuditFlaw } from '../../lib/store/audit-verify.ts'
import { openDatabase } from '../../lib/store/database.ts'
import { listTenants } from '../../lib/store/tenants.ts'
import { Misuse } from './fault.ts'
import { optionsIn } from './options.ts'
import { oneLine } from './tenant-list.ts'
import { tenantNamed } from './tenant-named.ts'

/** A trail has a flaw: what it is was printed. */
export class Flawed extends Error {
  override readonly name = 'Flawed'
}

const HEAD = /^(\d{1,15}):([0-9a-f]{64})$/

/** Runs the command. @throws Flawed, Misuse, Unavailable */
export async function verify(words: string[]): Promise<void> {
  const { head, ...which } = optionsIn(words, ['name', 'email', 'head'])
  const one = Object.keys(which).length > 0
  if (head !== undefined && (!one || !HEAD.test(head))) {
    throw new Misuse(
      '--head is what an earlier run printed for the one tenant that is named, such as 120:5f0c...',
    )
  }
  const tenants = one ? [await tenantNamed(which)] : await listTenants()
  // A long trail takes its time.
  const db = openDatabase(env().databaseUrl, { connections: 1, statementMs: 0 })
  let flawed = 0
  try {
    for (const { id, name } of tenants) {
      const verdict = await verifyTrail(db, id)
      if (verdict === null) {
        console.log(`${oneLine(name)}: there is no trail yet.`)
        continue
      }
      const { rows, from, head: end, flaws } = verdict
      const says = flaws.map(sentenceOf)
      if (head !== undefined && !(await stands(db, id, head)))
        says.push(`The row of --head is not there any more, or another.`)
      const count = `${rows} ${rows === 1 ? 'row' : 'rows'} from ${from} to ${end.seq}`
      console.log(
        `${oneLine(name)}: ${says.length === 0 ? `${count}, whole` : `${count}, NOT WHOLE`} (head ${end.seq}:${end.hash})`,
      )
      for (const sentence of says) console.log(`  ${sentence}`)
      if (says.length > 0) flawed += 1
    }
  } finally {
    await db.destroy()
  }
  if (flawed > 0)
    throw new Flawed(flawed === 1 ? 'One trail is not whole.' : `${flawed} trails are not whole.`)
}

/** Whether the row that an earlier run named as the last is still there: who put an older database back whole cannot know it. */
async function stands(db: ReturnType<typeof openDatabase>, tenant: string, head: string): Promise<boolean> {
  const [, seq = '', hash = ''] = HEAD.exec(head) ?? []
  const rows = db.selectFrom('audit_events').select('seq').where('tenant', '=', tenant)
  return (await rows.where('seq', '=', Number(seq)).where('hash', '=', hash).executeTakeFirst()) !== undefined
}

function sentenceOf(flaw: AuditFlaw): string {
  if (flaw.what === 'end') return 'The end of the trail is not as the portal left it.'
  if (flaw.what === 'anchor') return 'Where the trail begins is not where the portal cut it.'
  if (flaw.what === 'changed') return `Row ${flaw.seq} was changed.`
  if (flaw.what === 'beyond') return `Row ${flaw.seq} stands behind the end.`
  if (flaw.what === 'reordered') return `The row at place ${flaw.seq} belongs at place ${flaw.to}.`
  return flaw.seq === flaw.to ? `Row ${flaw.seq} is missing.` : `Rows ${flaw.seq} to ${flaw.to} are missing.`
}
