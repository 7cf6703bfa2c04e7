// An account as callers see it: the document and what Kazoo shows of its private keys (docs/kazoo.md section
// 9.3).
import { text, type JsonObject } from '../../json.ts'
import { flagOption, type Call } from '../call.ts'
import { publicForm } from '../documents.ts'
import { ok, type Reply } from '../reply.ts'

/** The account for this caller. */
export function shown(call: Call, doc: JsonObject): JsonObject {
  const reseller = text(doc, 'pvt_reseller_id')
  const { clock } = call.sim
  const trial = doc['pvt_trial_expires']
  return {
    ...publicForm(doc),
    wnm_allow_additions: doc['pvt_wnm_allow_additions'] === true,
    superduper_admin: doc['pvt_superduper_admin'] === true,
    created: doc['pvt_created'] ?? 0,
    enabled: doc['pvt_enabled'] !== false,
    ...(reseller === undefined ? {} : { reseller_id: reseller }),
    is_reseller: doc['pvt_reseller'] === true,
    billing_mode: billingMode(call, reseller),
    ...(typeof trial === 'number' ? { trial_time_left: Math.max(0, trial - clock.gregorian()) } : {}),
    ...(flagOption(call, 'include_api_key') ? { api_key: doc['pvt_api_key'] ?? '' } : {}),
  }
}

export function shownAccount(call: Call, doc: JsonObject): Reply {
  return ok(shown(call, doc), { revision: text(doc, '_rev') ?? '' })
}

function billingMode(call: Call, reseller: string | undefined): string {
  if (reseller === undefined) return 'manual'
  if (reseller === call.caller?.accountId) return 'limits_only'
  return reseller === call.sim.store.masterId ? 'normal' : 'manual'
}
