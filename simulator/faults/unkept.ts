// An account that 5.0 answers as created and has removed again: a crash in its services code, caught after
// the answer was made.
import { revision } from '../crossbar/documents.ts'
import { isObject, text, type Json } from '../json.ts'
import type { Answer } from './play.ts'

/** Removes an account as if it had never been created. */
export type Forget = (account: string) => void

/** The keys that Kazoo adds to an account after it has saved its services: they are missing here. */
const ADDED_LAST: ReadonlySet<string> = new Set([
  'wnm_allow_additions',
  'superduper_admin',
  'created',
  'enabled',
  'reseller_id',
  'is_reseller',
  'billing_mode',
])

/**
 * The right answer to `PUT /accounts/A` without what is added last, but with the revision and the place.
 * Others stay as they are.
 */
export function unkept(answer: Answer, path: string, forget: Forget): Answer {
  const envelope: Json = JSON.parse(answer.body.toString())
  const data = isObject(envelope) ? envelope['data'] : undefined
  if (answer.status !== 201 || !isObject(envelope) || !isObject(data)) return answer
  const id = text(data, 'id') ?? ''
  const partial = Object.fromEntries(Object.entries(data).filter(([key]) => !ADDED_LAST.has(key)))
  forget(id)
  const [place = ''] = path.split('?')
  return {
    status: 201,
    headers: { ...answer.headers, location: `${place}/${id}` },
    body: JSON.stringify({ ...envelope, data: partial, revision: revision(1, partial) }),
  }
}
