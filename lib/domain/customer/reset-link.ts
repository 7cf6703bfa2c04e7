// Parses the id in a link of Kazoo's recovery mail, and seals it at once; it begins with the id of the
// account.
import 'server-only'
import type { KazooId } from '../../kazoo/ids.ts'
import { seal } from '../../sealed.ts'
import type { ResetId } from '../../store/used-recovery-ids.ts'

export type ResetLink = { id: ResetId; account: KazooId<'account'> }

/** 132 hexadecimal digits (docs/kazoo.md section 5.4), or null for any other text. */
export function resetLink(text: string): ResetLink | null {
  if (!/^[0-9a-f]{132}$/.test(text)) return null
  return { id: seal<'reset id'>(text), account: seal<'kazoo account'>(text.slice(0, 32)) }
}
